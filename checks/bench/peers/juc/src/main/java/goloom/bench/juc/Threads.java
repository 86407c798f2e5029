package goloom.bench.juc;

import static goloom.bench.VirtualThreads.start;

import goloom.bench.Check;
import goloom.bench.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;

/// Virtual threads without queues.
final class Threads {
    private static int count; // guarded by the lock of the repetition

    private Threads() {}

    /// Starts n threads that do nothing, and waits for them.
    static void spawn(int n) throws InterruptedException {
        var done = new CountDownLatch(n);
        for (int i = 0; i < n; i++) {
            Thread.startVirtualThread(done::countDown);
        }
        done.await();
    }

    /// Threads that lock and unlock one lock, n times each.
    static void lock(int n, int threads) throws InterruptedException {
        var lock = new ReentrantLock();
        count = 0;
        all(
                threads,
                () -> {
                    for (int i = 0; i < n; i++) {
                        lock.lock();
                        try {
                            count++;
                        } finally {
                            lock.unlock();
                        }
                    }
                });
        Check.equal("lock", count, (long) n * threads);
    }

    /// Two threads that yield to each other, n times each.
    static void takeTurns(int n) throws InterruptedException {
        all(
                2,
                () -> {
                    for (int i = 0; i < n; i++) {
                        Thread.yield();
                    }
                });
    }

    private static void all(int threads, Measure.Repetition body) throws InterruptedException {
        List<Thread> started = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            started.add(start(body));
        }
        for (Thread t : started) {
            t.join();
        }
    }
}
