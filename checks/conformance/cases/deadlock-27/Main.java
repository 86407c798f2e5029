import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    var ch = chan(int.class);
    go(() -> {
        sleep(ofMillis(10));
        ch.send(1);
    });
    println(ch.recv());
}
