import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    var ch = chan(int.class);
    for (int i : range(3)) {
        go(() -> ch.send(i));
        sleep(ofMillis(2));
    }
    println(ch.recv(), ch.recv(), ch.recv());
}
