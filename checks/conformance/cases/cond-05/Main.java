import goloom.runtime.*;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    var mu = new Mutex();
    var c = new Cond(mu);
    go(() -> {
        sleep(ofMillis(3));
        mu.lock();
        c.signal();
        mu.unlock();
    });
    mu.lock();
    c.await();
    println(mu.tryLock());
}
