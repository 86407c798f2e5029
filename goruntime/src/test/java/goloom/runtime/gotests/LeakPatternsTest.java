package goloom.runtime.gotests;

import static goloom.runtime.Go.*;
import static org.assertj.core.api.Assertions.assertThat;

import goloom.runtime.Chan;
import goloom.runtime.Context;
import goloom.runtime.GoBody;
import goloom.runtime.Signal;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Go: runtime/goroutineleakprofile_test.go, the common leak patterns (Saioc et al., CGO 2024).
final class LeakPatternsTest {
    private static List<String> waits(GoBody main) {
        return TestLeaks.after(main).waits();
    }

    private static void noCloseRange(List<Integer> list, int workers) {
        Chan<Integer> ch = chan(int.class);
        for (int _ : range(workers)) {
            go(() -> {
                for (int _ : ch) {
                    // each item
                }
            });
        }
        for (int item : list) {
            ch.send(item);
        }
    }

    /// Go: NoCloseRange.
    @Test
    void channel_that_is_never_closed() {
        assertThat(
                        waits(() -> {
                            go(() -> noCloseRange(List.of(1, 2, 3), 0));
                            go(() -> noCloseRange(List.of(1, 2, 3), 3));
                        }))
                .containsExactlyInAnyOrder(
                        "chan send", "chan receive", "chan receive", "chan receive");
    }

    private record Worker(Chan<Integer> ch, Signal done) {
        Worker() {
            this(chan(int.class), signal());
        }

        void start() {
            go(() -> {
                boolean stopped = false;
                while (!stopped) {
                    stopped = select(onRecv(ch), onRecv(done)) == 1;
                }
            });
        }

        void stop() {
            done.close();
        }
    }

    private static void workerLifecycle(boolean stops) {
        var w = new Worker();
        w.start();
        for (int i : range(10)) {
            w.ch.send(i);
        }
        if (stops) {
            w.stop();
        }
    }

    /// Go: MethodContractViolation.
    @Test
    void worker_that_is_not_stopped() {
        assertThat(waits(() -> workerLifecycle(false))).containsExactly("select");
        assertThat(waits(() -> workerLifecycle(true))).isEmpty();
    }

    private static void doubleSend(Chan<Boolean> ch, boolean error) {
        if (error) {
            ch.send(false);
            // Return is missing here.
        }
        ch.send(true);
    }

    /// Go: DoubleSend.
    @Test
    void second_send_that_nobody_expects() {
        assertThat(
                        waits(() -> {
                            Chan<Boolean> ch = chan(boolean.class);
                            go(() -> doubleSend(ch, false));
                            ch.recv();
                            go(() -> doubleSend(ch, true));
                            ch.recv();
                            Chan<Boolean> buffered = chan(boolean.class, 1);
                            go(() -> doubleSend(buffered, true));
                            buffered.recv();
                        }))
                .containsExactly("chan send");
    }

    private static void earlyReturn(boolean error) {
        Chan<Integer> ch = chan(int.class);
        go(() -> ch.send(1));
        if (!error) {
            ch.recv();
        }
    }

    /// Go: EarlyReturn.
    @Test
    void receiver_that_returns_early() {
        assertThat(waits(() -> go(() -> earlyReturn(true)))).containsExactly("chan send");
        assertThat(waits(() -> go(() -> earlyReturn(false)))).isEmpty();
    }

    private static void nCast(int items) {
        Chan<Integer> ch = chan(int.class);
        for (int i : range(items)) {
            go(() -> ch.send(i));
        }
        ch.recv();
    }

    /// Go: NCastLeak.
    @Test
    void only_the_first_of_many_senders_is_heard() {
        assertThat(
                        waits(() -> {
                            go(() -> nCast(0));
                            go(() -> nCast(5));
                        }))
                .containsExactlyInAnyOrder(
                        "chan receive", "chan send", "chan send", "chan send", "chan send");
    }

    private static void timeout(Context ctx) {
        Chan<Integer> ch = chan(int.class);
        go(() -> ch.send(1));
        select(onRecv(ch), onRecv(ctx.done()));
    }

    /// Go: Timeout. Who leaks is left to chance: a receiver that finds the sender ready may still
    /// choose the timeout.
    @Test
    void senders_whose_receivers_have_timed_out() {
        assertThat(
                        waits(() -> {
                            var ctx = Context.withCancel(Context.background());
                            ctx.cancel();
                            for (int _ : range(100)) {
                                go(() -> timeout(ctx));
                            }
                        }))
                .hasSizeBetween(1, 100)
                .containsOnly("chan send");
    }
}
