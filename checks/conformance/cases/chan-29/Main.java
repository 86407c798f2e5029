import goloom.runtime.*;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    var sem = signal(2);
    var n = new AtomicInteger();
    var max = new AtomicInteger();
    var wg = new WaitGroup();
    for (int _ : range(6)) {
        wg.go(() -> {
            sem.send();
            max.accumulateAndGet(n.incrementAndGet(), Math::max);
            sleep(ofMillis(2));
            n.decrementAndGet();
            sem.recv();
        });
    }
    wg.await();
    println(max.get());
}
