import static goloom.runtime.Go.*;

void main() {
    var done = chan(int.class);
    go(() -> {
        try (var _ = defer(done::close)) {
            try {
                goexit();
                println("never");
            } catch (RuntimeException e) {
                println("not reached: goexit is no panic");
            } finally {
                println("rec", (Object) null);
            }
        }
    });
    done.recv();
}
