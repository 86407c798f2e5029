import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    var mu = new Mutex();
    println(mu.tryLock(), mu.tryLock());
    mu.unlock();
    println(mu.tryLock());
}
