package goloom.bench.goloom;

import static goloom.runtime.Go.*;

import goloom.bench.Check;
import goloom.runtime.Mutex;
import goloom.runtime.WaitGroup;

/// Goroutines without channels. The same as goroutines.go.
final class Goroutines {
    private static int count; // guarded by the mutex of the repetition

    private Goroutines() {}

    /// Starts n goroutines that do nothing, and waits for them.
    static void spawn(int n) {
        var wg = new WaitGroup();
        wg.add(n);
        for (int i = 0; i < n; i++) {
            go(wg::done);
        }
        wg.await();
    }

    /// Goroutines that lock and unlock one mutex, n times each.
    static void mutex(int n, int goroutines) {
        var mu = new Mutex();
        var wg = new WaitGroup();
        count = 0;
        for (int g = 0; g < goroutines; g++) {
            wg.go(() -> {
                for (int i = 0; i < n; i++) {
                    mu.lock();
                    count++;
                    mu.unlock();
                }
            });
        }
        wg.await();
        Check.equal("mutex", count, (long) n * goroutines);
    }

    /// Two goroutines that yield to each other, n times each.
    static void takeTurns(int n) {
        var wg = new WaitGroup();
        for (int g = 0; g < 2; g++) {
            wg.go(() -> {
                for (int i = 0; i < n; i++) {
                    gosched();
                }
            });
        }
        wg.await();
    }
}
