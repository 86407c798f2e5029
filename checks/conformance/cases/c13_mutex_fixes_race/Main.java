import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    var wg = new WaitGroup();
    var mu = new Mutex();
    int[] counter = {0};
    for (int _ : range(2)) {
        wg.add(1);
        go(() -> {
            try (var _ = defer(wg::done)) {
                for (int _ : range(1000)) {
                    mu.lock();
                    counter[0]++;
                    mu.unlock();
                }
            }
        });
    }
    wg.await();
    println(counter[0]);
}
