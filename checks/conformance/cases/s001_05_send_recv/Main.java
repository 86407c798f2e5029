import static goloom.runtime.Go.*;

void main() {
    var ch = chan(int.class);

    go(() -> {
        ch.send(42); // Send value to channel
    });

    int val = ch.recv(); // Receive value from channel
    println(val); // Output: 42
}
