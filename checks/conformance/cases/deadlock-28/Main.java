import goloom.runtime.*;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    var ch = chan(int.class);
    for (int _ : range(3)) {
        go(() -> ch.send(1));
    }
    sleep(ofMillis(2));
    var mu = new Mutex();
    mu.lock();
    mu.lock();
}
