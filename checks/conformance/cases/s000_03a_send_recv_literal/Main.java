import static goloom.runtime.Go.*;

void main() {
    var ch = chan(int.class); // Create an unbuffered channel
    ch.send(42); // Send value 42 to the channel
    int value = ch.recv(); // Receive value from the channel
    println(value);
}
