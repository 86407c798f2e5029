import static goloom.runtime.Go.*;

void main() {
    var ch = chan(int.class, 0);
    select(
            onSend(ch, 1, () -> println("sent")),
            onDefault(() -> println("would block")));
}
