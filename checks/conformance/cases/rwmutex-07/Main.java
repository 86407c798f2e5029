import goloom.runtime.*;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    var mu = new RWMutex();
    mu.rLock();
    go(() -> mu.lock());
    sleep(ofMillis(5));
    mu.rLock();
}
