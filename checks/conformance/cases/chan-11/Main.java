import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    var ch = chan(int.class, 2);
    ch.send(1);
    ch.send(2);
    go(() -> ch.send(3));
    sleep(ofMillis(5));
    println(ch.recv(), ch.len(), ch.recv(), ch.recv());
}
