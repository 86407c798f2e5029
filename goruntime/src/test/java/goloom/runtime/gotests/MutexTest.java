package goloom.runtime.gotests;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import goloom.runtime.Chan;
import goloom.runtime.GoBody;
import goloom.runtime.Mutex;
import goloom.runtime.RWMutex;
import goloom.runtime.TestProgram;
import goloom.runtime.WaitGroup;
import goloom.runtime.internal.Sema;
import goloom.trace.Trace;
import goloom.trace.WaitReason;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Go: sync/mutex_test.go.
final class MutexTest {
    private int counter; // what the locks of these tests guard

    /// Go: TestSemaphore.
    @Test
    void semaphore_of_one_lets_one_in() {
        int goroutines = 10;
        int rounds = 1000;
        TestProgram.procs(4)
                .runs(_ -> {
                    var s = new Sema(Trace.Resource.Kind.MUTEX);
                    s.release(false);
                    var wg = new WaitGroup();
                    for (int _ : range(goroutines)) {
                        wg.go(() -> {
                            for (int _ : range(rounds)) {
                                s.acquire(WaitReason.MUTEX_LOCK, false);
                                counter++;
                                s.release(false);
                            }
                        });
                    }
                    wg.await();
                })
                .ok();
        assertThat(counter).isEqualTo(goroutines * rounds);
    }

    /// Go: TestMutex, TryLock.
    @Test
    void try_lock_succeeds_only_if_it_is_free() {
        TestProgram.run(
                        _ -> {
                            var m = new Mutex();
                            m.lock();
                            assertThat(m.tryLock()).isFalse();
                            m.unlock();
                            assertThat(m.tryLock()).isTrue();
                            assertThat(m.tryLock()).isFalse();
                            m.unlock();
                        })
                .ok();
    }

    /// Go: TestMutex, HammerMutex.
    @Test
    void one_at_a_time_with_lock_and_try_lock() {
        int goroutines = 10;
        int rounds = 1000;
        int[] tried = {0};
        TestProgram.procs(4)
                .runs(_ -> {
                    var m = new Mutex();
                    var wg = new WaitGroup();
                    for (int _ : range(goroutines)) {
                        wg.go(() -> {
                            for (int i : range(rounds)) {
                                if (i % 3 == 0) {
                                    if (m.tryLock()) {
                                        tried[0]++;
                                        m.unlock();
                                    }
                                    continue;
                                }
                                m.lock();
                                counter++;
                                m.unlock();
                            }
                        });
                    }
                    wg.await();
                })
                .ok();
        assertThat(counter).isEqualTo(goroutines * (rounds - (rounds + 2) / 3));
        assertThat(tried[0]).isPositive();
    }

    static Stream<Arguments> misuses() {
        String mutex = "fatal error: sync: unlock of unlocked mutex";
        String write = "fatal error: sync: Unlock of unlocked RWMutex";
        String read = "fatal error: sync: RUnlock of unlocked RWMutex";
        return Stream.of(
                misuse("Mutex.Unlock", mutex, () -> new Mutex().unlock()),
                misuse(
                        "Mutex.Unlock2",
                        mutex,
                        () -> {
                            var m = new Mutex();
                            m.lock();
                            m.unlock();
                            m.unlock();
                        }),
                misuse("RWMutex.Unlock", write, () -> new RWMutex().unlock()),
                misuse(
                        "RWMutex.Unlock2",
                        write,
                        () -> {
                            var m = new RWMutex();
                            m.rLock();
                            m.unlock();
                        }),
                misuse(
                        "RWMutex.Unlock3",
                        write,
                        () -> {
                            var m = new RWMutex();
                            m.lock();
                            m.unlock();
                            m.unlock();
                        }),
                misuse("RWMutex.RUnlock", read, () -> new RWMutex().rUnlock()),
                misuse(
                        "RWMutex.RUnlock2",
                        read,
                        () -> {
                            var m = new RWMutex();
                            m.lock();
                            m.rUnlock();
                        }),
                misuse(
                        "RWMutex.RUnlock3",
                        read,
                        () -> {
                            var m = new RWMutex();
                            m.rLock();
                            m.rUnlock();
                            m.rUnlock();
                        }));
    }

    private static Arguments misuse(String name, String text, GoBody body) {
        return arguments(name, text, body);
    }

    /// Go: TestMutexMisuse.
    @ParameterizedTest(name = "{0}")
    @MethodSource("misuses")
    void misuse_cannot_be_recovered(String name, String text, GoBody body) {
        var ran =
                TestProgram.run(_ -> {
                    try {
                        body.run();
                    } catch (RuntimeException e) {
                        recovered(e);
                    }
                    println("test completed");
                });
        assertThat(ran.headline()).as(name).isEqualTo(text);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.outcome().exitCode()).isEqualTo(2);
    }

    /// Go: TestMutexFairness.
    @Test
    void waiter_gets_the_lock_though_its_holder_locks_it_again_at_once() {
        TestProgram.run(
                        _ -> {
                            var mu = new Mutex();
                            var stop = signal();
                            go(() -> {
                                do {
                                    mu.lock();
                                    sleep(ofNanos(100_000));
                                    mu.unlock();
                                } while (select(onRecv(stop), onDefault()) == 1);
                            });
                            Chan<Boolean> done = chan(boolean.class, 1);
                            go(() -> {
                                for (int _ : range(10)) {
                                    sleep(ofNanos(100_000));
                                    mu.lock();
                                    mu.unlock();
                                }
                                done.send(true);
                            });
                            assertThat(select(onRecv(done), onRecv(after(ofSeconds(100)))))
                                    .isZero();
                            stop.close();
                        })
                .ok();
    }

    /// The same on a virtual clock, where it is exact: the holder has the lock for all but an
    /// instant, and the waiter gets it after a millisecond of waiting.
    @Test
    void waiter_of_more_than_a_millisecond_is_handed_the_lock() {
        TestProgram.virtual()
                .runs(_ -> {
                    var mu = new Mutex();
                    mu.lock();
                    var start = now();
                    var wg = new WaitGroup();
                    wg.go(() -> {
                        mu.lock();
                        assertThat(now()).isBefore(start.plus(ofMillis(3)));
                        mu.unlock();
                    });
                    while (now().isBefore(start.plus(ofMillis(5)))) {
                        sleep(ofNanos(100_000));
                        mu.unlock();
                        mu.lock();
                    }
                    mu.unlock();
                    wg.await();
                })
                .ok();
    }
}
