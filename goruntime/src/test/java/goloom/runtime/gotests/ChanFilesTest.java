package goloom.runtime.gotests;

import static goloom.runtime.Go.*;
import static java.time.Duration.ofNanos;
import static org.assertj.core.api.Assertions.assertThat;

import goloom.runtime.Chan;
import goloom.runtime.RecvChan;
import goloom.runtime.SelectCase;
import goloom.runtime.SendChan;
import goloom.runtime.TestProgram;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Go: test/chan, the programs that fit on a page.
final class ChanFilesTest {
    private static final List<Integer> PRIMES =
            List.of(
                    2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73,
                    79, 83, 89, 97);

    /// Go: test/chan/doubleselect.go.
    @Test
    void two_cases_of_a_select_never_both_run() {
        int n = 20_000;
        TestProgram.run(
                        _ -> {
                            List<Chan<Integer>> cs =
                                    List.of(
                                            chan(int.class),
                                            chan(int.class),
                                            chan(int.class),
                                            chan(int.class));
                            go(() -> {
                                for (int i : range(n)) {
                                    select(
                                            onSend(cs.get(0), i),
                                            onSend(cs.get(1), i),
                                            onSend(cs.get(2), i),
                                            onSend(cs.get(3), i));
                                }
                                cs.forEach(Chan::close);
                            });
                            Chan<Integer> mux = chan(int.class);
                            Chan<Boolean> done = chan(boolean.class);
                            for (RecvChan<Integer> c : cs) {
                                go(() -> {
                                    for (int v : c) {
                                        mux.send(v);
                                    }
                                    done.send(true);
                                });
                            }
                            go(() -> {
                                for (var _ : cs) {
                                    done.recv();
                                }
                                mux.close();
                            });
                            Set<Integer> seen = new HashSet<>();
                            for (int v : mux) {
                                assertThat(seen.add(v)).as("%s for the first time", v).isTrue();
                            }
                            assertThat(seen).hasSize(n);
                        })
                .ok();
    }

    /// Go: test/chan/fifo.go, AsynchFifo.
    @Test
    void buffered_channel_is_first_in_first_out() {
        TestProgram.run(
                        _ -> {
                            Chan<Integer> ch = chan(int.class, 10);
                            for (int i : range(10)) {
                                ch.send(i);
                            }
                            for (int i : range(10)) {
                                assertThat(ch.recv()).isEqualTo(i);
                            }
                        })
                .ok();
    }

    /// Go: test/chan/fifo.go, SynchFifo.
    @Test
    void receivers_in_a_daisy_chain_get_values_in_order() {
        TestProgram.run(
                        _ -> {
                            Chan<Integer> ch = chan(int.class);
                            Chan<Integer> start = chan(int.class);
                            Chan<Integer> in = start;
                            for (int i : range(10)) {
                                Chan<Integer> before = in;
                                Chan<Integer> out = chan(int.class);
                                go(() -> {
                                    before.recv();
                                    assertThat(ch.recv()).isEqualTo(i);
                                    out.send(1);
                                });
                                in = out;
                            }
                            start.send(0);
                            for (int i : range(10)) {
                                ch.send(i);
                            }
                            in.recv();
                        })
                .ok();
    }

    /// Go: test/chan/goroutines.go.
    @Test
    void ten_thousand_goroutines_stand_in_a_chain() {
        TestProgram.run(
                        _ -> {
                            Chan<Integer> leftmost = chan(int.class);
                            Chan<Integer> left = leftmost;
                            for (int _ : range(10_000)) {
                                Chan<Integer> to = left;
                                Chan<Integer> right = chan(int.class);
                                go(() -> to.send(right.recv()));
                                left = right;
                            }
                            Chan<Integer> last = left;
                            go(() -> last.send(1));
                            assertThat(leftmost.recv()).isEqualTo(1);
                        })
                .ok();
    }

    private static <T> void nonblocking(Class<T> type, T sent, T received, int buffer) {
        TestProgram.run(
                        runtime -> {
                            Chan<T> c = chan(type, buffer);
                            Chan<Boolean> strobe = chan(boolean.class);
                            assertThat(select(onRecv(c), onDefault())).isEqualTo(1);

                            go(() -> {
                                assertThat(c.recv()).isEqualTo(sent);
                                strobe.send(true);
                            });
                            runtime.awaitParked(1);
                            assertThat(select(onSend(c, sent), onDefault())).isEqualTo(0);
                            strobe.recv();

                            go(() -> {
                                c.send(received);
                                strobe.send(true);
                            });
                            runtime.awaitParked(1);
                            var in = onRecv(c);
                            assertThat(select(in, onDefault())).isEqualTo(0);
                            assertThat(in.value()).isEqualTo(received);
                            strobe.recv();
                        })
                .ok();
    }

    /// Go: test/chan/nonblock.go, int32 and int64.
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void numbers_pass_without_blocking_when_the_partner_waits(int buffer) {
        nonblocking(int.class, 123, 234, buffer);
        nonblocking(long.class, 123456L, 234567L, buffer);
    }

    /// Go: test/chan/nonblock.go, bool.
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void bools_pass_without_blocking_when_the_partner_waits(int buffer) {
        nonblocking(boolean.class, true, true, buffer);
    }

    /// Go: test/chan/nonblock.go, string.
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void strings_pass_without_blocking_when_the_partner_waits(int buffer) {
        nonblocking(String.class, "hello", "hello again", buffer);
    }

    private static final class Shifting {
        int counter;
        int shift;

        int value() {
            counter++;
            return 1 << shift;
        }

        int sends(Chan<Integer> a, Chan<Integer> b) {
            int sent = 0;
            for (; ; ) {
                switch (select(onSend(a, value()), onSend(b, value()), onDefault())) {
                    case 0 -> a = Chan.nil();
                    case 1 -> b = Chan.nil();
                    default -> {
                        return sent;
                    }
                }
                sent++;
                shift++;
            }
        }
    }

    /// Go: test/chan/select.go.
    @Test
    void values_of_all_cases_are_evaluated_also_for_nil_channels() {
        TestProgram.run(
                        _ -> {
                            var s = new Shifting();
                            Chan<Integer> a = chan(int.class, 1);
                            Chan<Integer> b = chan(int.class, 1);
                            assertThat(s.sends(a, b)).isEqualTo(2);
                            assertThat(a.recv() | b.recv()).isEqualTo(3);
                            assertThat(s.sends(a, Chan.nil())).isEqualTo(1);
                            assertThat(s.counter).isEqualTo(10);
                        })
                .ok();
    }

    /// Go: test/chan/select2.go: selects that never end keep no memory.
    @Test
    void hundred_thousand_selects_leave_nothing_behind() {
        TestProgram.run(
                        _ -> {
                            Chan<Integer> c = chan(int.class, 1);
                            Chan<Integer> never = chan(int.class);
                            Runnable rounds =
                                    () -> {
                                        for (int i : range(100_000)) {
                                            select(onSend(c, i), onRecv(never));
                                            select(onRecv(c), onRecv(never));
                                        }
                                    };
                            rounds.run();
                            long before = live();
                            rounds.run();
                            assertThat(live() - before).isLessThan(1_000_000);
                        })
                .ok();
    }

    private static long live() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /// Go: test/chan/select4.go.
    @Test
    void body_of_a_case_that_is_not_ready_does_not_run() {
        TestProgram.run(
                        _ -> {
                            Chan<Integer> c = chan(int.class, 1);
                            Chan<Integer> never = chan(int.class);
                            c.send(42);
                            int[] x = {0};
                            select(
                                    onRecv(never, v -> assertThat(v).as("received").isNull()),
                                    onRecv(c, v -> x[0] = v));
                            assertThat(x[0]).isEqualTo(42);
                        })
                .ok();
    }

    /// Go: test/chan/select6.go, issue 2075.
    @Test
    void queue_of_a_case_that_was_not_chosen_stays_whole() {
        TestProgram.run(
                        _ -> {
                            Chan<Boolean> c1 = chan(boolean.class);
                            Chan<Boolean> c2 = chan(boolean.class);
                            Chan<Boolean> c3 = chan(boolean.class);
                            go(() -> c1.recv());
                            go(() -> {
                                select(
                                        onRecv(c1, () -> panic("dummy")),
                                        onRecv(c2, () -> c3.send(true)));
                                c1.recv();
                            });
                            go(() -> c2.send(true));
                            c3.recv();
                            c1.send(true);
                            c1.send(true);
                        })
                .ok();
    }

    private static final List<Consumer<RecvChan<Integer>>> RECEIVES =
            List.of(
                    c -> c.recv(),
                    c -> select(onRecv(c)),
                    c -> select(onRecv(c), onRecv(chan(int.class))));
    private static final List<Consumer<SendChan<Integer>>> SENDS =
            List.of(
                    c -> c.send(1),
                    c -> select(onSend(c, 1)),
                    c -> select(onSend(c, 1), onSend(chan(int.class), 1)));

    /// Go: test/chan/select7.go.
    @Test
    void every_form_of_send_meets_every_form_of_receive() {
        TestProgram.run(
                        _ -> {
                            for (var receive : RECEIVES) {
                                for (var send : SENDS) {
                                    Chan<Integer> c = chan(int.class);
                                    go(() -> receive.accept(c));
                                    gosched();
                                    send.accept(c);
                                }
                            }
                        })
                .ok();
    }

    /// Go: test/chan/select8.go; what `break` does in Java is not ours.
    @Test
    void selects_of_one_two_and_three_cases_pass_when_a_sender_waits() {
        TestProgram.run(
                        _ -> {
                            Chan<Integer> ch = chan(int.class);
                            go(() -> {
                                for (; ; ) {
                                    ch.send(5);
                                }
                            });
                            int left = 0;
                            SelectCase[][] all = {
                                {onRecv(ch)},
                                {onDefault()},
                                {onRecv(ch), onDefault()},
                                {onRecv(ch), onSend(ch, 10), onDefault()}
                            };
                            for (SelectCase[] cases : all) {
                                select(cases);
                                left++;
                            }
                            assertThat(left).isEqualTo(4);
                        })
                .ok();
    }

    /// Go: test/chan/sieve1.go.
    @Test
    void chain_of_filters_sieves_primes() {
        TestProgram.run(
                        _ -> {
                            Chan<Integer> numbers = chan(int.class);
                            go(() -> {
                                for (int i = 2; ; i++) {
                                    numbers.send(i);
                                }
                            });
                            Chan<Integer> in = numbers;
                            for (int want : PRIMES) {
                                int prime = in.recv();
                                assertThat(prime).isEqualTo(want);
                                Chan<Integer> from = in;
                                Chan<Integer> to = chan(int.class);
                                go(() -> {
                                    for (int i : from) {
                                        if (i % prime != 0) {
                                            to.send(i);
                                        }
                                    }
                                });
                                in = to;
                            }
                        })
                .ok();
    }

    /// Go: test/chan/zerosize.go.
    @Test
    void channels_of_nothing_can_be_made() {
        assertThat(signal().cap()).isZero();
        assertThat(signal(1).cap()).isEqualTo(1);
    }

    /// Go: test/chancap.go.
    @Test
    void len_and_cap_are_those_of_the_buffer() {
        Chan<Integer> c = chan(int.class, 10);
        assertThat(c.len()).isZero();
        assertThat(c.cap()).isEqualTo(10);
        for (int i : range(3)) {
            c.send(i);
        }
        assertThat(c.len()).isEqualTo(3);
        assertThat(c.cap()).isEqualTo(10);
        assertThat(chan(int.class).cap()).isZero();
    }

    /// Go: test/chancap.go, shouldPanic.
    @Test
    void sizes_that_cannot_be_panic() {
        for (int n : new int[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            var ran = TestProgram.run(_ -> chan(int.class, n));
            assertThat(ran.headline()).isEqualTo("panic: makechan: size out of range");
        }
    }

    /// Go: test/chanlinear.go: many goroutines that wait for the same channel in a select cost
    /// linear time: 16,000 at once take about as long as 16 times 1000, not 16 times as long. Both
    /// are measured in turn until the best times say so: on a busy machine that takes some tries.
    @Test
    void selects_that_share_a_channel_take_linear_time() {
        int parts = 16;
        int n = 1000;
        int tries = 10;
        long apart = Long.MAX_VALUE;
        long together = Long.MAX_VALUE;
        do {
            long sum = 0;
            for (int _ : range(parts)) {
                sum += nanosOfSharedSelects(n);
            }
            apart = Math.min(apart, sum);
            together = Math.min(together, nanosOfSharedSelects(parts * n));
        } while (together > 3 * apart && --tries > 0);
        assertThat(together).isLessThanOrEqualTo(3 * apart);
    }

    private static long nanosOfSharedSelects(int n) {
        long[] nanos = new long[1];
        TestProgram.run(
                        _ -> {
                            long start = System.nanoTime();
                            Chan<Boolean> shared = chan(boolean.class);
                            List<Chan<Boolean>> own = new java.util.ArrayList<>();
                            for (int _ : range(n)) {
                                Chan<Boolean> d = chan(boolean.class);
                                own.add(d);
                                go(() -> {
                                    for (int _ : range(10)) {
                                        select(onRecv(shared), onRecv(d));
                                    }
                                });
                            }
                            for (int _ : range(10)) {
                                for (Chan<Boolean> d : own) {
                                    d.send(true);
                                }
                                Collections.reverse(own); // who waits last is served first
                            }
                            nanos[0] = System.nanoTime() - start;
                        })
                .ok();
        return nanos[0];
    }

    /// Go: test/chan/sieve2.go, the proxy: an unbounded buffer between two channels.
    @Test
    void proxy_with_a_growing_buffer_loses_nothing() {
        TestProgram.run(
                        _ -> {
                            Chan<Integer> out = chan(int.class);
                            Chan<Integer> in = chan(int.class, 10);
                            go(() -> {
                                var queue = new java.util.ArrayDeque<Integer>();
                                boolean open = true;
                                while (open || !queue.isEmpty()) {
                                    var get = onRecv(open ? in : Chan.nil());
                                    Integer head = queue.peek();
                                    var put =
                                            head == null
                                                    ? onSend(Chan.<Integer>nil(), 0)
                                                    : onSend(out, head);
                                    if (select(get, put) == 1) {
                                        queue.remove();
                                    } else if (get.ok()) {
                                        queue.add(get.value());
                                    } else {
                                        open = false;
                                    }
                                }
                                out.close();
                            });
                            for (int i : range(1000)) {
                                in.send(i);
                            }
                            in.close();
                            int want = 0;
                            for (int v : out) {
                                assertThat(v).isEqualTo(want++);
                            }
                            assertThat(want).isEqualTo(1000);
                        })
                .ok();
    }

    /// Go: test/fixedbugs/issue21576.go: the deadlock is reported though main waits in a select.
    @Test
    void deadlock_in_a_select_is_reported() {
        var ran =
                TestProgram.run(_ -> {
                    go(() -> {
                        sleep(ofNanos(1));
                    });
                    select();
                });
        assertThat(ran.headline()).isEqualTo("fatal error: all goroutines are asleep - deadlock!");
        assertThat(ran.outcome().exitCode()).isEqualTo(2);
    }
}
