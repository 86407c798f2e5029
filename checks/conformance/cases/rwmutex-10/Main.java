import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    var mu = new RWMutex();
    mu.lock();
    println(mu.tryRLock());
}
