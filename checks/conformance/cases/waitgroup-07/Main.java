import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    var wg = new WaitGroup();
    var n = new AtomicInteger();
    for (int _ : range(5)) {
        wg.go(() -> n.incrementAndGet());
    }
    wg.await();
    println(n.get());
}
