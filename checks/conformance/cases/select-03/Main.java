import static goloom.runtime.Go.*;

void main() {
    var ch = chan(int.class, 1);
    for (int i : range(3)) {
        select(
                onSend(ch, i, () -> println("sent", i)),
                onDefault(() -> println("full", i)));
    }
}
