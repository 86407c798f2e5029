import static goloom.runtime.Go.*;

void main() {
    var done = chan(int.class);
    go(() -> {
        try (var d = defers()) {
            d.add(done::close);
            d.add(() -> goexit());
            throw panic("p");
        }
    });
    done.recv();
    println("alive");
}
