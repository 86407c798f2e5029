import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    var done = signal();
    var wg = new WaitGroup();
    var n = new AtomicInteger();
    for (int _ : range(10)) {
        wg.go(() -> {
            done.recv();
            n.incrementAndGet();
        });
    }
    done.close();
    wg.await();
    println(n.get());
}
