import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    var ch = chan(int.class, 1);
    ch.send(1);
    go(() -> ch.send(2));
    sleep(ofMillis(5));
    println(ch.len());
    println(ch.recv(), ch.recv());
}
