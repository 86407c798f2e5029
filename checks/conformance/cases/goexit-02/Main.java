import static goloom.runtime.Go.*;

void leave() {
    goexit();
}

void main() {
    var done = chan(int.class);
    go(() -> {
        try (var _ = defer(done::close)) {
            leave();
            println("never");
        }
    });
    done.recv();
    println("main alive");
}
