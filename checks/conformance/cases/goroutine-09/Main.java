import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    var wg = new WaitGroup();
    var n = new AtomicInteger();
    for (int i : range(3)) {
        wg.go(() -> n.addAndGet(i));
    }
    wg.await();
    println(n.get());
}
