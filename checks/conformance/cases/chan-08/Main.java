import static goloom.runtime.Go.*;

void main() {
    var ch = chan(int.class, 3);
    ch.send(1);
    ch.send(2);
    println(len(ch), cap(ch));
    ch.recv();
    println(len(ch), cap(ch));
    ch.close();
    println(len(ch), cap(ch));
}
