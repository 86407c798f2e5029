import static goloom.runtime.Go.*;

void main() {
    var ch = chan(int.class, 3); // Buffer size of 3

    ch.send(1);
    ch.send(2);
    ch.send(3);

    println(ch.recv());
    println(ch.recv());
    println(ch.recv());
}
