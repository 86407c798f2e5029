import static goloom.runtime.Go.*;

void main() {
    var ch = chan(int.class);
    ch.close();
    select(
            onRecv(ch, (v, ok) -> println(v, ok)),
            onDefault(() -> println("default")));
}
