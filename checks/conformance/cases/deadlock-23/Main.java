import static goloom.runtime.Go.*;

void main() {
    try (var _ = defer(() -> println("deferred"))) {
        var ch = chan(int.class);
        ch.recv();
    } catch (RuntimeException e) {
        recovered(e);
    }
}
