package goloom.bench.juc;

import goloom.bench.Check;
import goloom.bench.Measure;
import goloom.bench.Memory;
import goloom.bench.VirtualThreads;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

/// Virtual threads that wait for a queue: what they cost, and what it takes to end them.
final class Parked {
    private Parked() {}

    /// Memory of n of them. Each ends with an element that it is given.
    static void bytes(int n) throws Exception {
        var memory = new Memory(n);
        var queue = new SynchronousQueue<Integer>();
        var ready = new CountDownLatch(n);
        for (int i = 0; i < n; i++) {
            VirtualThreads.start(() -> {
                ready.countDown();
                queue.take();
            });
        }
        ready.await();
        memory.print();
        for (int i = 0; i < n; i++) {
            queue.put(i);
        }
    }

    /// What it takes to interrupt n of them, until the last has ended: nanoseconds.
    static long interrupt(int n) throws Exception {
        var queue = new SynchronousQueue<Integer>();
        var ready = new CountDownLatch(n);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < n; i++) {
                var _ =
                        threads.submit(() -> {
                            ready.countDown();
                            return queue.take();
                        });
            }
            ready.await();
            return Measure.timed(() -> {
                threads.shutdownNow();
                boolean ended = threads.awaitTermination(1, TimeUnit.MINUTES);
                Check.equal("ended", ended ? 1 : 0, 1);
            });
        }
    }
}
