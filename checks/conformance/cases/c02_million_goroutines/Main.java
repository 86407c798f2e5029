import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    int n = 100_000;
    var wg = new WaitGroup();
    var stop = signal();
    for (int _ : range(n)) {
        wg.add(1);
        go(() -> {
            try (var _ = defer(wg::done)) {
                stop.recv();
            }
        });
    }
    println("alive", numGoroutine() - 1);
    stop.close();
    wg.await();
    println("after at most 4 are still ending:", numGoroutine() - 1 <= 4);
}
