import goloom.runtime.*;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    var ch = chan(int.class);
    var wg = new WaitGroup();
    var n = new AtomicInteger();
    for (int _ : range(3)) {
        wg.go(() -> {
            if (!ch.recvOk().ok()) {
                n.incrementAndGet();
            }
        });
    }
    sleep(ofMillis(5));
    ch.close();
    wg.await();
    println(n.get());
}
