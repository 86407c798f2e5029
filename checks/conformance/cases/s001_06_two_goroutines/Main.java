import static goloom.runtime.Go.*;

void main() {
    var ch = chan(String.class);

    go(() -> {
        ch.send("Hello from goroutine");
    });

    String msg = ch.recv();
    println(msg);
}
