package goloom.runtime.gotests;

import static goloom.runtime.Go.*;
import static org.assertj.core.api.Assertions.assertThat;

import goloom.runtime.Chan;
import goloom.runtime.Mutex;
import goloom.runtime.RecvChan;
import goloom.runtime.SelectCase;
import goloom.runtime.SendChan;
import goloom.runtime.TestProgram;
import goloom.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Go: runtime/chan_test.go.
final class ChanRuntimeTest {
    /// Go: TestChan, receive from empty.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 19})
    void receive_from_an_empty_channel_blocks(int capacity) {
        TestProgram.run(
                        runtime -> {
                            Chan<Integer> c = chan(int.class, capacity);
                            go(() -> c.recv());
                            go(() -> c.recvOk());
                            runtime.awaitParked(2);
                            assertThat(select(onRecv(c), onDefault())).isEqualTo(1);
                            c.send(0);
                            c.send(0);
                        })
                .ok();
    }

    /// Go: TestChan, send to full.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 19})
    void send_to_a_full_channel_blocks(int capacity) {
        TestProgram.run(
                        runtime -> {
                            Chan<Integer> c = filled(capacity);
                            AtomicBoolean sent = new AtomicBoolean();
                            go(() -> {
                                c.send(0);
                                sent.set(true);
                            });
                            runtime.awaitParked(1);
                            assertThat(sent).isFalse();
                            assertThat(select(onSend(c, 0), onDefault())).isEqualTo(1);
                            c.recv();
                        })
                .ok();
    }

    private static Chan<Integer> filled(int capacity) {
        Chan<Integer> c = chan(int.class, capacity);
        for (int i : range(capacity)) {
            c.send(i);
        }
        return c;
    }

    /// Go: TestChan, receive 0 from closed.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 19})
    void closed_channel_drains_then_yields_zero(int capacity) {
        TestProgram.run(
                        _ -> {
                            Chan<Integer> c = filled(capacity);
                            c.close();
                            for (int i : range(capacity)) {
                                assertThat(c.recv()).isEqualTo(i);
                            }
                            assertThat(c.recv()).isZero();
                            assertThat(c.recvOk().ok()).isFalse();
                        })
                .ok();
    }

    /// Go: TestChan, close unblocks receive.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 19})
    void close_unblocks_a_receive(int capacity) {
        TestProgram.run(
                        runtime -> {
                            Chan<Integer> c = chan(int.class, capacity);
                            Chan<Boolean> done = chan(boolean.class);
                            go(() -> {
                                var r = c.recvOk();
                                done.send(r.value() == 0 && !r.ok());
                            });
                            runtime.awaitParked(1);
                            c.close();
                            assertThat(done.recv()).isTrue();
                        })
                .ok();
    }

    /// Go: TestChan, 100 integers in FIFO order.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 19})
    void values_come_in_the_order_in_which_they_were_sent(int capacity) {
        TestProgram.procs(4)
                .runs(_ -> {
                    Chan<Integer> c = chan(int.class, capacity);
                    for (int round : range(2)) {
                        go(() -> {
                            for (int i : range(100)) {
                                c.send(i);
                            }
                        });
                        for (int i : range(100)) {
                            assertThat(round == 0 ? c.recv() : c.recvOk().value()).isEqualTo(i);
                        }
                    }
                })
                .ok();
    }

    /// Go: TestChan, 1000 integers in 4 goroutines.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 19})
    void four_receivers_get_what_four_senders_send(int capacity) {
        int senders = 4;
        int values = 1000;
        TestProgram.procs(4)
                .runs(_ -> {
                    Chan<Integer> c = chan(int.class, capacity);
                    Chan<Map<Integer, Integer>> done = Chan.make();
                    for (int _ : range(senders)) {
                        go(() -> {
                            for (int i : range(values)) {
                                c.send(i);
                            }
                        });
                        go(() -> {
                            Map<Integer, Integer> got = new HashMap<>();
                            for (int _ : range(values)) {
                                got.merge(c.recv(), 1, Integer::sum);
                            }
                            done.send(got);
                        });
                    }
                    Map<Integer, Integer> all = new HashMap<>();
                    for (int _ : range(senders)) {
                        done.recv().forEach((k, n) -> all.merge(k, n, Integer::sum));
                    }
                    assertThat(all).hasSize(values);
                    assertThat(all.values()).containsOnly(senders);
                })
                .ok();
    }

    /// Go: TestChan, len/cap.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 19})
    void len_and_cap_tell_the_buffer(int capacity) {
        Chan<Integer> c = chan(int.class, capacity);
        assertThat(c.len()).isZero();
        assertThat(c.cap()).isEqualTo(capacity);
        assertThat(filled(capacity).len()).isEqualTo(capacity);
    }

    /// Go: TestNonblockRecvRace.
    @Test
    void receive_without_waiting_never_misses_a_value_because_of_a_close() {
        TestProgram.procs(4)
                .runs(_ -> {
                    var wg = new WaitGroup();
                    for (int _ : range(1000)) {
                        Chan<Integer> c = chan(int.class, 1);
                        c.send(1);
                        wg.go(() -> {
                            assertThat(select(onRecv(c), onDefault())).isZero();
                        });
                        c.close();
                        c.recv();
                    }
                    wg.await();
                })
                .ok();
    }

    private static void alwaysFindsTheReadyOne(int capacityOfSecond) {
        TestProgram.procs(4)
                .runs(_ -> {
                    Chan<Boolean> done = chan(boolean.class, 1);
                    for (int _ : range(1000)) {
                        Chan<Integer> c1 = chan(int.class, 1);
                        Chan<Integer> c2 = chan(int.class, capacityOfSecond);
                        c1.send(1);
                        go(() -> done.send(select(onRecv(c1), onRecv(c2), onDefault()) != 2));
                        if (capacityOfSecond > 0) {
                            c2.send(1);
                        } else {
                            c2.close();
                        }
                        select(onRecv(c1), onDefault());
                        assertThat(done.recv()).isTrue();
                    }
                })
                .ok();
    }

    /// Go: TestNonblockSelectRace.
    @Test
    void select_with_default_finds_the_channel_that_is_ready() {
        alwaysFindsTheReadyOne(1);
    }

    /// Go: TestNonblockSelectRace2.
    @Test
    void select_with_default_finds_the_channel_that_is_closed() {
        alwaysFindsTheReadyOne(0);
    }

    /// Go: TestSelfSelect.
    @ParameterizedTest
    @ValueSource(ints = {0, 10})
    void goroutine_never_receives_from_itself(int capacity) {
        TestProgram.procs(2)
                .runs(_ -> {
                    Chan<Integer> c = chan(int.class, capacity);
                    var wg = new WaitGroup();
                    for (int p : range(2)) {
                        wg.go(() -> {
                            for (int i : range(1000)) {
                                var in = onRecv(c);
                                var out = onSend(c, p);
                                boolean sendFirst = p == 0 || i % 2 == 0;
                                int chosen = sendFirst ? select(out, in) : select(in, out);
                                boolean received = chosen == (sendFirst ? 1 : 0);
                                if (received && capacity == 0) {
                                    assertThat(in.value()).isNotEqualTo(p);
                                }
                            }
                        });
                    }
                    wg.await();
                })
                .ok();
    }

    /// Go: TestSelectStress.
    @Test
    void plain_operations_and_selects_on_four_channels_balance() {
        int n = 5_000;
        TestProgram.procs(10)
                .runs(_ -> {
                    List<Chan<Integer>> c =
                            List.of(
                                    chan(int.class),
                                    chan(int.class),
                                    chan(int.class, 2),
                                    chan(int.class, 3));
                    var wg = new WaitGroup();
                    for (Chan<Integer> ch : c) {
                        wg.go(() -> {
                            for (int _ : range(n)) {
                                ch.send(0);
                            }
                        });
                        wg.go(() -> {
                            for (int _ : range(n)) {
                                ch.recv();
                            }
                        });
                    }
                    wg.go(() -> onEach(c, n, List.of(3, 2, 0, 1), true));
                    wg.go(() -> onEach(c, n, List.of(0, 1, 2, 3), false));
                    wg.await();
                })
                .ok();
    }

    /// `n` operations on each channel, by one select for all.
    private static void onEach(
            List<Chan<Integer>> channels, int n, List<Integer> order, boolean send) {
        List<Chan<Integer>> c = new ArrayList<>(channels);
        int[] done = new int[c.size()];
        for (int _ : range(n * c.size())) {
            SelectCase[] cases = new SelectCase[order.size()];
            for (int i = 0; i < cases.length; i++) {
                Chan<Integer> ch = c.get(order.get(i));
                cases[i] =
                        send ? onSend((SendChan<Integer>) ch, 0) : onRecv((RecvChan<Integer>) ch);
            }
            int chosen = order.get(select(cases));
            if (++done[chosen] == n) {
                c.set(chosen, Chan.nil());
            }
        }
    }

    /// Go: TestSelectFairness.
    @Test
    void two_ready_channels_are_chosen_equally_often() {
        int trials = 10_000;
        TestProgram.run(
                        _ -> {
                            Chan<Integer> c1 = chan(int.class, trials + 1);
                            Chan<Integer> c2 = chan(int.class, trials + 1);
                            for (int _ : range(trials + 1)) {
                                c1.send(1);
                                c2.send(2);
                            }
                            Chan<Integer> c3 = chan(int.class);
                            Chan<Integer> c4 = chan(int.class);
                            Chan<Integer> out = chan(int.class);
                            var done = signal();
                            var wg = new WaitGroup();
                            wg.go(() -> {
                                int[] b = new int[1];
                                do {
                                    select(
                                            onRecv(c3, v -> b[0] = v),
                                            onRecv(c4, v -> b[0] = v),
                                            onRecv(c1, v -> b[0] = v),
                                            onRecv(c2, v -> b[0] = v));
                                } while (select(onSend(out, b[0]), onRecv(done)) == 0);
                            });
                            int ones = 0;
                            for (int _ : range(trials)) {
                                if (out.recv() == 1) {
                                    ones++;
                                }
                            }
                            double sigma = Math.sqrt(trials * 0.25);
                            assertThat(Math.abs(ones - trials * 0.5)).isLessThan(10 * sigma);
                            done.close();
                            wg.await();
                        })
                .ok();
    }

    /// Go: TestChanSendInterface.
    @Test
    void send_of_any_object_with_default_does_not_wait() {
        TestProgram.run(
                        _ -> {
                            Object m = new Object();
                            Chan<Object> c = Chan.make(1);
                            c.send(m);
                            assertThat(select(onSend(c, m), onDefault())).isEqualTo(1);
                            int none = select(onSend(c, m), onSend(c, new Object()), onDefault());
                            assertThat(none).isEqualTo(2);
                            assertThat(c.recv()).isSameAs(m);
                        })
                .ok();
    }

    /// Go: TestPseudoRandomSend.
    @ParameterizedTest
    @ValueSource(ints = {0, 100})
    void send_chosen_among_two_is_random(int capacity) {
        int n = 100;
        TestProgram.run(
                        _ -> {
                            Chan<Integer> c = chan(int.class, capacity);
                            int[] got = new int[n];
                            var m = new Mutex();
                            m.lock();
                            go(() -> {
                                for (int i : range(n)) {
                                    gosched();
                                    got[i] = c.recv();
                                }
                                m.unlock();
                            });
                            for (int _ : range(n)) {
                                select(onSend(c, 1), onSend(c, 0));
                            }
                            m.lock();
                            int ones = java.util.stream.IntStream.of(got).sum();
                            assertThat(ones).isBetween(n / 10 + 1, n - n / 10 - 1);
                        })
                .ok();
    }

    /// Go: TestMultiConsumer.
    @Test
    void many_consumers_pass_everything_on() {
        int workers = 23;
        int items = 50_000;
        int[] primes = {2, 3, 7, 11, 13, 17, 19, 23, 27, 31};
        TestProgram.procs(4)
                .runs(_ -> {
                    Chan<Integer> q = chan(int.class, workers * 3);
                    Chan<Integer> r = chan(int.class, workers * 3);
                    var wg = new WaitGroup();
                    for (int w : range(workers)) {
                        wg.go(() -> {
                            for (int v : q) {
                                if (primes[w % primes.length] == v) {
                                    gosched();
                                }
                                r.send(v);
                            }
                        });
                    }
                    long[] sent = new long[1];
                    go(() -> {
                        for (int i : range(items)) {
                            int v = primes[i % primes.length];
                            sent[0] += v;
                            q.send(v);
                        }
                        q.close();
                        wg.await();
                        r.close();
                    });
                    int n = 0;
                    long sum = 0;
                    for (int v : r) {
                        n++;
                        sum += v;
                    }
                    assertThat(n).isEqualTo(items);
                    assertThat(sum).isEqualTo(sent[0]);
                })
                .ok();
    }

    /// Go: TestSelectDuplicateChannel.
    @Test
    void channel_in_two_cases_of_a_select_is_left_twice() {
        TestProgram.run(
                        runtime -> {
                            Chan<Integer> c = chan(int.class);
                            Chan<Integer> d = chan(int.class);
                            Chan<Integer> e = chan(int.class);
                            go(() -> {
                                select(onRecv(c), onRecv(c), onRecv(d));
                                e.send(9);
                            });
                            runtime.awaitParked(1);
                            go(() -> c.recv());
                            runtime.awaitParked(2);
                            d.send(7);
                            e.recv();
                            c.send(8);
                        })
                .ok();
    }

    /// Go: TestStopTheWorldDeadlock, as far as it can be: goroutines go on while the JVM collects.
    @Test
    void goroutines_go_on_while_garbage_is_collected() {
        TestProgram.procs(3)
                .runs(_ -> {
                    Chan<Boolean> done = chan(boolean.class, 3);
                    AtomicBoolean stop = new AtomicBoolean();
                    Chan<Integer> c = chan(int.class);
                    go(() -> {
                        for (int _ : range(10)) {
                            System.gc();
                        }
                        stop.set(true);
                        done.send(true);
                    });
                    go(() -> {
                        while (!stop.get()) {
                            c.send(1);
                        }
                        c.close();
                        done.send(true);
                    });
                    go(() -> {
                        for (int _ : c) {
                            gosched();
                        }
                        done.send(true);
                    });
                    for (int _ : range(3)) {
                        done.recv();
                    }
                })
                .ok();
    }
}
