import static goloom.runtime.Go.*;

void main() {
    var ch = chan(int.class, 2); // Buffer size = 2

    ch.send(1);
    ch.send(2);
    // ch.send(3) would block because the buffer is full

    println(ch.recv()); // Output: 1
    println(ch.recv()); // Output: 2
}
