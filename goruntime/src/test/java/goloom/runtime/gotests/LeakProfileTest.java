package goloom.runtime.gotests;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;
import static org.assertj.core.api.Assertions.assertThat;

import goloom.runtime.Chan;
import goloom.runtime.Cond;
import goloom.runtime.GoBody;
import goloom.runtime.Mutex;
import goloom.runtime.RWMutex;
import goloom.runtime.WaitGroup;
import goloom.runtime.gotests.TestLeaks.Found;
import java.util.Collections;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

/// Go: runtime/goroutineleakprofile_test.go, the simple tests and the stress tests. Each says what
/// the leaked goroutines wait for.
final class LeakProfileTest {
    private static void leak(GoBody main, String... waits) {
        Found found = TestLeaks.after(main);
        assertThat(found.waits()).containsExactlyInAnyOrder(waits);
        assertThat(found.left()).isZero();
        assertThat(found.leaked())
                .allMatch(d -> d.text().contains(LeakProfileTest.class.getSimpleName()));
    }

    private static String[] times(int n, String wait) {
        return Collections.nCopies(n, wait).toArray(String[]::new);
    }

    /// Go: NilRecv.
    @Test
    void receive_from_a_nil_channel() {
        leak(() -> go(() -> Chan.nil().recv()), "chan receive (nil chan)");
    }

    /// Go: NilSend.
    @Test
    void send_to_a_nil_channel() {
        leak(() -> go(() -> Chan.<Integer>nil().send(0)), "chan send (nil chan)");
    }

    /// Go: SelectNoCases.
    @Test
    void select_without_cases() {
        leak(() -> go(() -> select()), "select (no cases)");
    }

    /// Go: ChanRecv.
    @Test
    void receive_from_a_channel_of_its_own() {
        leak(() -> go(() -> chan(int.class).recv()), "chan receive");
    }

    /// Go: ChanSend.
    @Test
    void send_to_a_channel_of_its_own() {
        leak(() -> go(() -> chan(int.class).send(0)), "chan send");
    }

    /// Go: Select.
    @Test
    void select_on_channels_of_its_own() {
        leak(() -> go(() -> select(onSend(chan(int.class), 0), onRecv(chan(int.class)))), "select");
    }

    /// Go: WaitGroup.
    @Test
    void wait_group_that_nobody_else_knows() {
        leak(
                () ->
                        go(() -> {
                            var wg = new WaitGroup();
                            wg.add(1);
                            wg.await();
                        }),
                "sync.WaitGroup.Wait");
    }

    private static void lockTwice(Mutex mu) {
        mu.lock();
        mu.lock();
    }

    /// Go: MutexStack.
    @Test
    void thousand_mutexes_on_stacks() {
        leak(
                () -> {
                    for (int _ : range(1000)) {
                        go(() -> lockTwice(new Mutex()));
                    }
                },
                times(1000, "sync.Mutex.Lock"));
    }

    /// Go: MutexHeap.
    @Test
    void thousand_mutexes_of_goroutines_that_have_ended() {
        leak(
                () -> {
                    for (int _ : range(1000)) {
                        go(() -> {
                            var mu = new Mutex();
                            go(() -> lockTwice(mu));
                        });
                    }
                },
                times(1000, "sync.Mutex.Lock"));
    }

    /// Go: RWMutexRLock.
    @Test
    void read_lock_under_its_own_lock() {
        leak(
                () ->
                        go(() -> {
                            var mu = new RWMutex();
                            mu.lock();
                            mu.rLock();
                        }),
                "sync.RWMutex.RLock");
    }

    /// Go: RWMutexLock.
    @Test
    void lock_under_its_own_lock() {
        leak(
                () ->
                        go(() -> {
                            var mu = new RWMutex();
                            mu.lock();
                            mu.lock();
                        }),
                "sync.Mutex.Lock");
    }

    /// Go: Cond.
    @Test
    void cond_that_nobody_else_knows() {
        leak(
                () ->
                        go(() -> {
                            var cond = new Cond(new Mutex());
                            cond.locker().lock();
                            cond.await();
                        }),
                "sync.Cond.Wait");
    }

    /// Go: Mixed.
    @Test
    void two_that_wait_for_each_other() {
        leak(
                () ->
                        go(() -> {
                            Chan<Integer> ch = chan(int.class);
                            var wg = new WaitGroup();
                            wg.add(1);
                            go(() -> {
                                ch.send(0);
                                wg.done();
                            });
                            wg.await();
                            ch.recv();
                        }),
                "sync.WaitGroup.Wait",
                "chan send");
    }

    private static final Chan<Integer> GLOBAL = Chan.make();

    /// Go: NoLeakGlobal.
    @Test
    void goroutine_that_waits_on_a_global_channel_is_not_leaked() {
        Found found = TestLeaks.after(() -> go(() -> GLOBAL.recv()));
        assertThat(found.leaked()).isEmpty();
        assertThat(found.left()).isEqualTo(1);
    }

    /// What Go's profile does not cover: a lock of the JDK.
    @Test
    void reentrant_lock_whose_holder_has_ended() {
        leak(
                () -> {
                    var lock = new ReentrantLock();
                    var held = signal();
                    go(() -> {
                        lock.lock();
                        held.close();
                    });
                    held.recv();
                    go(() -> lock.lock());
                },
                "java park");
    }

    @Test
    void goroutine_that_waits_for_a_timer_is_not_leaked() {
        Found found =
                TestLeaks.after(() -> {
                    go(() -> after(ofHours(1)).recv());
                    go(() -> sleep(ofHours(1)));
                    go(() -> select(onRecv(chan(int.class)), onRecv(after(ofHours(1)))));
                });
        assertThat(found.leaked()).isEmpty();
        assertThat(found.left()).isEqualTo(3);
    }

    /// Go: SpawnGC.
    @Test
    void leaks_are_found_among_goroutines_that_come_and_go() {
        Found found = TestLeaks.after(() -> spawn(5));
        int nodes = 1 + 5 + 5 * 4 + 5 * 4 * 3 + 5 * 4 * 3 * 2; // of depth 5 to 1, one leak each
        assertThat(found.waits()).hasSize(nodes).containsOnly("chan receive");
    }

    private static void spawn(int depth) {
        if (depth == 0) {
            return;
        }
        var wg = new WaitGroup();
        wg.add(depth + 1);
        go(() -> {
            wg.done();
            chan(int.class).recv();
        });
        for (int _ : range(depth)) {
            go(() -> {
                wg.done();
                spawn(depth - 1);
            });
        }
        wg.await();
    }

    /// Go: DaisyChain.
    @Test
    void chain_that_hangs_on_a_sleeper_is_not_leaked() {
        Found found =
                TestLeaks.after(() -> {
                    Chan<Integer> end = chan(int.class, 1);
                    go(() -> chain(1000, end));
                });
        assertThat(found.leaked()).isEmpty();
        assertThat(found.left()).isEqualTo(1001);
    }

    private static void chain(int i, Chan<Integer> ch) {
        if (i == 0) {
            go(() -> {
                sleep(ofHours(1));
                ch.send(0);
            });
            return;
        }
        Chan<Integer> next = chan(int.class);
        go(() -> chain(i - 1, next));
        next.recv();
        ch.send(0);
    }
}
