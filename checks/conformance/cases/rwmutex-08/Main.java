import goloom.runtime.*;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    var mu = new RWMutex();
    var out = new ArrayList<String>();
    var om = new Mutex();
    Consumer<String> add = s -> {
        om.lock();
        out.add(s);
        om.unlock();
    };
    var wg = new WaitGroup();
    mu.lock();
    wg.go(() -> {
        mu.rLock();
        add.accept("r");
        sleep(ofMillis(5));
        mu.rUnlock();
    });
    sleep(ofMillis(2));
    wg.go(() -> {
        mu.lock();
        add.accept("w");
        mu.unlock();
    });
    sleep(ofMillis(2));
    mu.unlock();
    wg.await();
    println(out);
}
