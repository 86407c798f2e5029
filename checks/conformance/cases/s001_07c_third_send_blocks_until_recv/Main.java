import static goloom.runtime.Go.*;

void main() {
    var ch = chan(int.class, 2);
    var third = signal();
    ch.send(1);
    ch.send(2);
    go(() -> {
        ch.send(3);
        third.close();
    });
    select(
            onRecv(third, () -> println("third done early")),
            onDefault(() -> println("third send pending, len", ch.len())));
    println(ch.recv());
    third.recv();
    println("third send done, len", ch.len());
    println(ch.recv(), ch.recv());
}
