package goloom.runtime.gotests;

import static goloom.runtime.Go.*;
import static org.assertj.core.api.Assertions.assertThat;

import goloom.runtime.Chan;
import goloom.runtime.Cond;
import goloom.runtime.Mutex;
import goloom.runtime.TestProgram;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/// Go: sync/cond_test.go. TestCondCopy has no meaning: Java copies references only.
final class CondTest {
    /// Go: TestCondSignal.
    @Test
    void signal_wakes_one_and_only_one() {
        TestProgram.run(
                        _ -> {
                            var m = new Mutex();
                            var c = new Cond(m);
                            Chan<Boolean> running = chan(boolean.class, 2);
                            Chan<Boolean> awake = chan(boolean.class, 2);
                            for (int _ : range(2)) {
                                go(() -> {
                                    m.lock();
                                    running.send(true);
                                    c.await();
                                    awake.send(true);
                                    m.unlock();
                                });
                            }
                            running.recv();
                            running.recv();
                            for (int _ : range(2)) {
                                assertThat(awake.len()).isZero();
                                m.lock();
                                c.signal();
                                m.unlock();
                                awake.recv();
                                assertThat(awake.len()).isZero();
                            }
                            c.signal();
                        })
                .ok();
    }

    /// Go: TestCondSignalGenerations.
    @Test
    void signals_wake_in_the_order_of_waiting() {
        TestProgram.run(
                        _ -> {
                            int n = 100;
                            var m = new Mutex();
                            var c = new Cond(m);
                            Chan<Boolean> running = chan(boolean.class, n);
                            Chan<Integer> awake = chan(int.class, n);
                            for (int i : range(n)) {
                                go(() -> {
                                    m.lock();
                                    running.send(true);
                                    c.await();
                                    awake.send(i);
                                    m.unlock();
                                });
                                if (i > 0) {
                                    assertThat(awake.recv()).isEqualTo(i - 1);
                                }
                                running.recv();
                                m.lock();
                                c.signal();
                                m.unlock();
                            }
                        })
                .ok();
    }

    /// Go: TestCondBroadcast.
    @Test
    void broadcast_wakes_all_once() {
        TestProgram.run(
                        _ -> {
                            int n = 100;
                            var m = new Mutex();
                            var c = new Cond(m);
                            Chan<Integer> running = chan(int.class, n);
                            Chan<Integer> awake = chan(int.class, n);
                            AtomicBoolean exit = new AtomicBoolean();
                            for (int g : range(n)) {
                                go(() -> {
                                    m.lock();
                                    while (!exit.get()) {
                                        running.send(g);
                                        c.await();
                                        awake.send(g);
                                    }
                                    m.unlock();
                                });
                            }
                            for (int i : range(n)) {
                                for (int _ : range(n)) {
                                    running.recv();
                                }
                                if (i == n - 1) {
                                    m.lock();
                                    exit.set(true);
                                    m.unlock();
                                }
                                assertThat(awake.len()).isZero();
                                m.lock();
                                c.broadcast();
                                m.unlock();
                                Set<Integer> seen = new HashSet<>();
                                for (int _ : range(n)) {
                                    assertThat(seen.add(awake.recv())).isTrue();
                                }
                            }
                            assertThat(running.len()).isZero();
                            c.broadcast();
                        })
                .ok();
    }

    private int x; // guarded by the mutex of the test below

    private void isThenBecomes(int is, int becomes) {
        assertThat(x).isEqualTo(is);
        x = becomes;
    }

    /// Go: TestRace.
    @RepeatedTest(20)
    void lock_is_held_when_await_returns() {
        TestProgram.procs(4)
                .runs(_ -> {
                    var m = new Mutex();
                    var c = new Cond(m);
                    Chan<Boolean> done = chan(boolean.class);
                    go(() -> {
                        m.lock();
                        x = 1;
                        c.await();
                        isThenBecomes(2, 3);
                        c.signal();
                        m.unlock();
                        done.send(true);
                    });
                    go(() -> {
                        m.lock();
                        while (x != 1) {
                            m.unlock();
                            gosched();
                            m.lock();
                        }
                        x = 2;
                        c.signal();
                        m.unlock();
                        done.send(true);
                    });
                    go(() -> {
                        m.lock();
                        while (x < 2) {
                            m.unlock();
                            gosched();
                            m.lock();
                        }
                        if (x == 2) {
                            c.await();
                            assertThat(x).isEqualTo(3);
                        }
                        m.unlock();
                        done.send(true);
                    });
                    for (int _ : range(3)) {
                        done.recv();
                    }
                })
                .ok();
    }

    /// Go: TestCondSignalStealing.
    @Test
    void later_waiter_does_not_take_the_wake_up_of_an_earlier() {
        TestProgram.procs(4)
                .runs(_ -> {
                    for (int _ : range(1000)) {
                        var m = new Mutex();
                        var cond = new Cond(m);
                        var ch = signal();
                        go(() -> {
                            m.lock();
                            ch.send();
                            cond.await();
                            m.unlock();
                            ch.send();
                        });
                        ch.recv();
                        m.lock(); // it waits now
                        m.unlock();

                        AtomicBoolean done = new AtomicBoolean();
                        go(cond::broadcast);
                        go(() -> {
                            m.lock();
                            while (!done.get()) {
                                cond.await();
                            }
                            m.unlock();
                        });
                        ch.recv();
                        m.lock();
                        done.set(true);
                        m.unlock();
                        cond.broadcast();
                    }
                })
                .ok();
    }
}
