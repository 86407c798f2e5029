import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    var ch = chan(int.class);
    go(() -> ch.recv());
    sleep(ofMillis(5));
    println("bye");
}
