import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    var ch = chan(int.class);
    select(
            onRecv(ch, () -> println("got")),
            onRecv(after(ofMillis(2)), () -> println("timeout")));
}
