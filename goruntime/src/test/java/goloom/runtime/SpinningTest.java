package goloom.runtime;

import static goloom.runtime.Go.range;
import static org.assertj.core.api.Assertions.assertThat;

import goloom.runtime.internal.Woven;
import goloom.trace.Ending;
import goloom.trace.EventKind;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// An M that finds no work looks for it now and then, not all the time.
final class SpinningTest {
    private static final int RUNS = 20;
    private static final int EVENTS = 100_000;

    /// For each time that the blocked call should take: a busy machine makes it longer. With the
    /// fault: 568, 1007.
    private static final int MOST_SPINS = 200;

    private static final long CALL_MICROS = 4_000;

    private static void work(long micros) {
        long end = System.nanoTime() + micros * 1_000;
        while (System.nanoTime() - end < 0) {
            Thread.onSpinWait();
        }
    }

    private static void blockedCall() {
        Woven.enterSyscall();
        try {
            work(CALL_MICROS);
        } finally {
            Woven.exitSyscall();
        }
    }

    @Test
    void p_on_its_way_to_a_new_thread_does_not_keep_others_busy_looking() {
        for (int run = 0;
                run < RUNS;
                run++) { // its threads are new each time, and take time to come
            TestProgram.procs(2)
                    .runs(runtime -> {
                        runtime.startTrace(EVENTS);
                        var wg = new WaitGroup();
                        wg.go(SpinningTest::blockedCall);
                        for (int i : range(3)) {
                            wg.go(() -> work(700 + 100 * i));
                        }
                        wg.await();
                        var trace = runtime.stopTrace(Ending.returned());
                        long spins =
                                IntStream.range(0, trace.size())
                                        .filter(i -> isSpin(trace.kind(i)))
                                        .count();
                        long calls = 1 + trace.duration() / (CALL_MICROS * 1_000);
                        assertThat(spins).isLessThan(MOST_SPINS * calls);
                    })
                    .ok();
        }
    }

    private static boolean isSpin(EventKind kind) {
        return kind == EventKind.SPIN_BEGIN || kind == EventKind.SPIN_END;
    }
}
