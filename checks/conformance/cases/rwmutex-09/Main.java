import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    var mu = new RWMutex();
    var l = mu.rLocker();
    l.lock();
    println(mu.tryRLock(), mu.tryLock());
    mu.rUnlock();
    l.unlock();
    println(mu.tryLock());
}
