package goloom.bench.goloom;

import static goloom.runtime.Go.*;

import goloom.bench.Check;
import goloom.bench.Measure;
import goloom.bench.Memory;
import goloom.runtime.GoRuntime;
import goloom.runtime.WaitGroup;
import java.util.concurrent.CountDownLatch;

/// Goroutines that wait for a channel: what they cost, and what it takes to end them.
final class Parked {
    private Parked() {}

    /// Memory of n of them.
    static void bytes(int n) throws Exception {
        var memory = new Memory(n);
        var stop = signal();
        var ready = new WaitGroup();
        var done = new WaitGroup();
        ready.add(n);
        for (int i = 0; i < n; i++) {
            done.go(() -> {
                ready.done();
                stop.recv();
            });
        }
        ready.await();
        memory.print();
        stop.close();
        done.await();
    }

    /// What it takes to interrupt n of them, until the last `finally` block has run: nanoseconds.
    static long interrupt(int procs, int n) throws Exception {
        var ended = new CountDownLatch(n);
        try (var runtime = GoRuntime.builder().procs(procs).endsWithMain(false).build()) {
            runtime.run(() -> {
                var never = signal();
                for (int i = 0; i < n; i++) {
                    go(() -> {
                        try {
                            never.recv();
                        } finally {
                            ended.countDown();
                        }
                    });
                }
            });
            runtime.awaitParked(n);
            Check.equal("goroutines", runtime.numGoroutine(), n);
            return Measure.timed(() -> {
                runtime.interrupt(_ -> true);
                ended.await();
            });
        }
    }
}
