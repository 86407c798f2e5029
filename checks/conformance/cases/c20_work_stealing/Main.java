import goloom.runtime.*;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    gomaxprocs(2);
    var mu = new Mutex();
    var m = new HashMap<Integer, Integer>();
    var wg = new WaitGroup();
    wg.add(64);
    for (int _ : range(64)) {
        go(() -> {
            var t = now();
            while (between(t, now()).compareTo(ofMillis(1)) < 0) {}
            mu.lock();
            m.merge(threadId(), 1, Integer::sum);
            mu.unlock();
            wg.done();
        });
    }
    wg.await();
    println("tasks ran on more than one thread:", m.size() > 1);
}
