package goloom.runtime.gotests;

import static goloom.runtime.Go.*;
import static org.assertj.core.api.Assertions.assertThat;

import goloom.runtime.Chan;
import goloom.runtime.Locker;
import goloom.runtime.RWMutex;
import goloom.runtime.TestProgram;
import goloom.runtime.WaitGroup;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Go: sync/rwmutex_test.go.
final class RWMutexTest {
    private static final int ROUNDS = 1000;
    private static final int WRITER = 10_000;

    /// Go: TestParallelReaders.
    @ParameterizedTest
    @CsvSource({"1,4", "3,4", "4,2"})
    void readers_hold_the_lock_together(int readers, int procs) {
        TestProgram.procs(procs)
                .runs(_ -> {
                    var m = new RWMutex();
                    var locked = signal();
                    var unlock = signal();
                    var wg = new WaitGroup();
                    for (int _ : range(readers)) {
                        wg.go(() -> {
                            m.rLock();
                            locked.send();
                            unlock.recv();
                            m.rUnlock();
                        });
                    }
                    for (int _ : range(readers)) {
                        locked.recv();
                    }
                    for (int _ : range(readers)) {
                        unlock.send();
                    }
                    wg.await();
                })
                .ok();
    }

    /// Go: TestRWMutex, TryLock.
    @Test
    void try_succeeds_only_beside_its_own_kind() {
        TestProgram.run(
                        _ -> {
                            var m = new RWMutex();
                            m.lock();
                            assertThat(m.tryLock()).isFalse();
                            assertThat(m.tryRLock()).isFalse();
                            m.unlock();
                            assertThat(m.tryLock()).isTrue();
                            m.unlock();
                            m.rLock();
                            m.rLock();
                            assertThat(m.tryRLock()).isTrue();
                            assertThat(m.tryLock()).isFalse();
                            m.rUnlock();
                            m.rUnlock();
                            m.rUnlock();
                            assertThat(m.tryLock()).isTrue();
                            m.unlock();
                        })
                .ok();
    }

    /// Go: TestRWMutex, HammerRWMutex.
    @ParameterizedTest
    @CsvSource({"1,1", "1,3", "1,10", "4,1", "4,3", "4,10", "10,1", "10,3", "10,10", "10,5"})
    void writer_is_alone(int procs, int readers) {
        TestProgram.procs(procs)
                .runs(_ -> {
                    var m = new RWMutex();
                    AtomicInteger activity = new AtomicInteger();
                    var wg = new WaitGroup();
                    for (int i : range(readers + 2)) {
                        boolean writes = i == 0 || i == readers / 2 + 1;
                        wg.go(() -> {
                            for (int _ : range(ROUNDS)) {
                                if (writes) {
                                    m.lock();
                                    assertThat(activity.addAndGet(WRITER)).isEqualTo(WRITER);
                                    activity.addAndGet(-WRITER);
                                    m.unlock();
                                } else {
                                    m.rLock();
                                    assertThat(activity.incrementAndGet()).isBetween(1, WRITER - 1);
                                    activity.decrementAndGet();
                                    m.rUnlock();
                                }
                            }
                        });
                    }
                    wg.await();
                    assertThat(activity).hasValue(0);
                })
                .ok();
    }

    /// Go: TestRLocker.
    @Test
    void r_locker_locks_for_reading() {
        TestProgram.run(
                        _ -> {
                            int n = 10;
                            var wl = new RWMutex();
                            Locker rl = wl.rLocker();
                            Chan<Boolean> wlocked = chan(boolean.class, 1);
                            Chan<Boolean> rlocked = chan(boolean.class, 1);
                            go(() -> {
                                for (int _ : range(n)) {
                                    rl.lock();
                                    rl.lock();
                                    rlocked.send(true);
                                    wl.lock();
                                    wlocked.send(true);
                                }
                            });
                            for (int _ : range(n)) {
                                rlocked.recv();
                                rl.unlock();
                                assertThat(wlocked.len()).isZero();
                                rl.unlock();
                                wlocked.recv();
                                assertThat(rlocked.len()).isZero();
                                wl.unlock();
                            }
                        })
                .ok();
    }
}
