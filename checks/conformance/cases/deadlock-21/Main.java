import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    var ch = chan(int.class);
    afterFunc(ofMillis(10), () -> println("fired"));
    ch.recv();
}
