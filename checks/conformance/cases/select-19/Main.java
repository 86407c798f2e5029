import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    var ch = chan(int.class);
    go(() -> {
        sleep(ofMillis(5));
        ch.close();
    });
    select(onRecv(ch, (_, ok) -> println(ok)));
}
