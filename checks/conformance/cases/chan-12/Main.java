import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    var ch = chan(int.class);
    var res = chan(String.class, 3);
    for (int i : range(3)) {
        go(() -> {
            int v = ch.recv();
            res.send(sprint("r", i, "=", v));
        });
        sleep(ofMillis(2));
    }
    for (int v : range(3)) {
        ch.send(v);
        println(res.recv());
    }
}
