import goloom.runtime.*;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    var mu = new Mutex();
    var c = new Cond(mu);
    var r = chan(int.class, 3);
    for (int i : range(3)) {
        go(() -> {
            mu.lock();
            c.await();
            r.send(i);
            mu.unlock();
        });
        sleep(ofMillis(3));
    }
    for (int _ : range(3)) {
        c.signal();
        print(r.recv(), " ");
    }
    println();
}
