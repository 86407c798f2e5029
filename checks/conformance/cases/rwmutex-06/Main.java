import goloom.runtime.*;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    var mu = new RWMutex();
    mu.rLock();
    go(() -> {
        mu.lock();
        mu.unlock();
    });
    sleep(ofMillis(5));
    println(mu.tryRLock());
    mu.rUnlock();
    sleep(ofMillis(5));
    println(mu.tryRLock());
}
