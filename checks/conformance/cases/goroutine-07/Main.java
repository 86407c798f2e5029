import static goloom.runtime.Go.*;

void main() {
    var done = chan(int.class);
    go(() -> {
        try (var _ = defer(done::close)) {
            try {
                throw panic("boom");
            } catch (RuntimeException e) {
                println("rec", recovered(e));
            }
        }
    });
    done.recv();
    println("alive");
}
