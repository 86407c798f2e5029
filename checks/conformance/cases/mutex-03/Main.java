import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    var mu = new Mutex();
    mu.lock();
    go(mu::unlock);
    mu.lock();
    println("ok");
}
