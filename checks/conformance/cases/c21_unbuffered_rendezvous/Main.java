import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    var ch = chan(int.class);
    boolean[] sent = {false};
    go(() -> {
        ch.send(1);
        sent[0] = true;
        ch.send(2);
    });
    sleep(ofMillis(10));
    println("before receive: sent =", sent[0]);
    println(ch.recv());
    println(ch.recv());
    println("after second receive: sent =", sent[0]);
}
