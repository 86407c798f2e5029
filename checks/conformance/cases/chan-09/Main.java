import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    var ch = chan(int.class);
    go(() -> ch.send(1));
    sleep(ofMillis(5));
    println(len(ch), cap(ch));
    ch.recv();
}
