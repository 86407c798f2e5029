import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    var ch = after(ofMillis(5));
    ch.recv();
    select(
            onRecv(ch, () -> println("again")),
            onDefault(() -> println("once")));
}
