import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    var ch = after(ofHours(1));
    select(
            onRecv(ch, () -> println("ready")),
            onDefault(() -> println("not ready")));
}
