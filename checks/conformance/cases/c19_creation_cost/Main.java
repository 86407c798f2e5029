import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    int n = 100_000;
    var wg = new WaitGroup();
    wg.add(n);
    for (int _ : range(n)) {
        go(wg::done);
    }
    wg.await();
    int m = 500;
    wg.add(m);
    for (int _ : range(m)) {
        go(() -> {
            lockOSThread();
            wg.done();
        });
    }
    wg.await();
    println("ok");
}
