import static goloom.runtime.Go.*;

void main() {
    var ch = chan(int.class);
    ch.close();
    select(
            onSend(ch, 1),
            onDefault(() -> println("default")));
}
