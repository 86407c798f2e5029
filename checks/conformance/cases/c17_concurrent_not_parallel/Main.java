import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    for (int p : new int[] {1, 2}) {
        gomaxprocs(p);
        var running = new AtomicInteger();
        var max = new AtomicInteger();
        var wg = new WaitGroup();
        for (int _ : range(4)) {
            wg.add(1);
            go(() -> {
                try (var _ = defer(wg::done)) {
                    for (int _ : range(200)) {
                        max.accumulateAndGet(running.incrementAndGet(), Math::max);
                        for (int i = 0; i < 2000; i++) {}
                        running.decrementAndGet();
                        gosched();
                    }
                }
            });
        }
        wg.await();
        println("GOMAXPROCS", p, "max at once", max.get());
    }
}
