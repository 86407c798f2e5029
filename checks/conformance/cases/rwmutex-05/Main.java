import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    var mu = new RWMutex();
    mu.rLock();
    mu.rLock();
    println(mu.tryRLock(), mu.tryLock());
    mu.rUnlock();
    mu.rUnlock();
    mu.rUnlock();
    println(mu.tryLock());
}
