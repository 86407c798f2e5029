import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    var ch = chan(int.class);
    go(() -> ch.recv());
    after(ofMillis(20)).recv();
    println("timer fired");
}
