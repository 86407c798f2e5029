import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    var ch = chan(int.class);
    select(
            onSend(ch, 1, () -> println("sent")),
            onDefault(() -> println("nobody")));
    go(() -> ch.recv());
    sleep(ofMillis(5));
    select(
            onSend(ch, 1, () -> println("sent")),
            onDefault(() -> println("nobody")));
}
