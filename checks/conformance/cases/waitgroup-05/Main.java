import goloom.runtime.*;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    var wg = new WaitGroup();
    var w2 = new WaitGroup();
    wg.add(1);
    var n = new AtomicInteger();
    for (int _ : range(3)) {
        w2.go(() -> {
            wg.await();
            n.incrementAndGet();
        });
    }
    sleep(ofMillis(5));
    println(n.get());
    wg.done();
    w2.await();
    println(n.get());
}
