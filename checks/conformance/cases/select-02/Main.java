import static goloom.runtime.Go.*;

void main() {
    var ch = chan(int.class, 1);
    ch.send(1);
    select(
            onRecv(ch, v -> println(v)),
            onDefault(() -> println("default")));
}
