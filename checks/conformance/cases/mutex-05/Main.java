import goloom.runtime.*;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    var mu = new Mutex();
    var stop = new AtomicBoolean();
    go(() -> {
        while (!stop.get()) {
            mu.lock();
            sleep(ofNanos(100_000));
            mu.unlock();
        }
    });
    sleep(ofMillis(1));
    var t = now();
    for (int _ : range(10)) {
        mu.lock();
        mu.unlock();
    }
    stop.set(true);
    println(between(t, now()).compareTo(ofSeconds(1)) < 0);
}
