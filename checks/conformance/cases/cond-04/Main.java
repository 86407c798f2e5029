import goloom.runtime.*;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    var mu = new Mutex();
    var c = new Cond(mu);
    var wg = new WaitGroup();
    for (int _ : range(3)) {
        wg.go(() -> {
            mu.lock();
            c.await();
            mu.unlock();
        });
    }
    sleep(ofMillis(5));
    c.broadcast();
    wg.await();
    println("all");
}
