package goloom.runtime.gotests;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import goloom.runtime.Chan;
import goloom.runtime.GoRuntime;
import goloom.runtime.TestProgram;
import goloom.runtime.WaitGroup;
import goloom.runtime.internal.Preempt;
import goloom.runtime.internal.Woven;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Go: runtime/proc_test.go. The queues (TestSchedLocalQueue..., TestStealOrder) are in RunqTest,
/// next to what they look into. Loops call the poll that a woven class has in each loop.
final class ProcTest {
    /// Go: TestYieldProgress, TestYieldLockedProgress.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void goroutine_that_only_yields_lets_others_go_on(boolean locked) {
        for (int procs : new int[] {1, 2}) {
            TestProgram.procs(procs)
                    .runs(_ -> {
                        var c = signal();
                        var ack = signal();
                        go(() -> {
                            if (locked) {
                                lockOSThread();
                            }
                            while (select(onRecv(c), onDefault()) == 1) {
                                gosched();
                            }
                            ack.send();
                        });
                        sleep(ofMillis(10));
                        c.send();
                        ack.recv();
                    })
                    .ok();
        }
    }

    /// Go: TestYieldLocked.
    @Test
    void goroutine_locked_to_its_thread_stays_on_it() {
        TestProgram.run(
                        _ -> {
                            var c = signal();
                            go(() -> {
                                lockOSThread();
                                int thread = threadId();
                                for (int _ : range(10)) {
                                    gosched();
                                    sleep(ofMillis(1));
                                    assertThat(threadId()).isEqualTo(thread);
                                }
                                c.send();
                            });
                            c.recv();
                        })
                .ok();
    }

    /// Waits for its turn without giving up the P, except to the operating system.
    private static void spinUntil(AtomicInteger x, int value) {
        while (x.get() != value) {
            LockSupport.parkNanos(0); // returns at once; lets the JIT keep the loop as it is
            Thread.onSpinWait();
        }
    }

    /// Go: TestGoroutineParallelism. Each takes its turn while all others spin: that comes to an
    /// end only if all run at the same time.
    @Test
    void as_many_goroutines_as_there_are_Ps_run_at_once() {
        int procs = 4;
        TestProgram.procs(procs)
                .runs(_ -> {
                    for (int _ : range(3)) {
                        AtomicInteger x = new AtomicInteger();
                        var wg = new WaitGroup();
                        for (int p : range(procs)) {
                            wg.go(() -> takeTurns(x, procs, p));
                        }
                        wg.await();
                    }
                })
                .ok();
    }

    private static void takeTurns(AtomicInteger x, int procs, int p) {
        for (int i = 0; i < 3; i++) {
            int turn = procs * i + p;
            spinUntil(x, turn);
            x.set(turn + 1);
        }
    }

    /// Go: TestGoroutineParallelism2.
    @ParameterizedTest
    @CsvSource({"true,false", "false,true", "true,true"})
    void nested_goroutines_run_at_once_after_load_and_with_sockets(boolean load, boolean netpoll) {
        int procs = 4;
        TestProgram.procs(procs)
                .runs(_ -> {
                    for (int _ : range(2)) {
                        if (load) {
                            allMeet(procs);
                        }
                        try (var socket =
                                netpoll
                                        ? new ServerSocket(0, 1, InetAddress.getLoopbackAddress())
                                        : null) {
                            AtomicInteger x = new AtomicInteger();
                            var wg = new WaitGroup();
                            for (int p : range(procs / 2)) {
                                wg.go(() -> {
                                    for (int p2 : range(2)) {
                                        wg.go(() -> takeTurns(x, procs, p * 2 + p2));
                                    }
                                });
                            }
                            wg.await();
                            assertThat(socket != null && !socket.isBound()).isFalse();
                        }
                    }
                })
                .ok();
    }

    private static void allMeet(int procs) {
        AtomicInteger here = new AtomicInteger();
        var wg = new WaitGroup();
        for (int _ : range(procs)) {
            wg.go(() -> {
                here.incrementAndGet();
                spinUntil(here, procs);
            });
        }
        wg.await();
    }

    /// Go: TestBlockLocked.
    @Test
    void goroutine_locked_to_its_thread_may_block() {
        TestProgram.run(
                        _ -> {
                            var c = signal();
                            go(() -> {
                                lockOSThread();
                                for (int _ : range(10)) {
                                    c.send();
                                }
                                unlockOSThread();
                            });
                            for (int _ : range(10)) {
                                c.recv();
                            }
                        })
                .ok();
    }

    /// Go: TestTimerFairness.
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void timer_fires_while_goroutines_keep_a_channel_ready(int procs) {
        TestProgram.procs(procs)
                .runs(_ -> {
                    var done = signal();
                    var c = signal();
                    var send = onSend(c, goloom.runtime.Signal.Empty.EMPTY);
                    for (int _ : range(2)) {
                        go(() -> {
                            while (select(send, onRecv(done)) == 0) {
                                // again
                            }
                        });
                    }
                    var timer = after(ofMillis(20));
                    while (select(onRecv(c), onRecv(timer)) == 0) {
                        // again
                    }
                    done.close();
                })
                .ok();
    }

    /// Go: TestTimerFairness2.
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void timers_fire_while_goroutines_make_system_calls(int procs) {
        TestProgram.procs(procs)
                .runs(_ -> {
                    var wg = new WaitGroup();
                    Chan<Boolean> c = chan(boolean.class);
                    for (int _ : range(2)) {
                        wg.go(() -> {
                            var timer = after(ofMillis(20));
                            do {
                                Woven.enterSyscall();
                                assertThat(Files.exists(Path.of("/"))).isTrue();
                                Woven.exitSyscall();
                            } while (select(onSend(c, true), onRecv(c), onRecv(timer)) != 2);
                        });
                    }
                    wg.await();
                })
                .ok();
    }

    /// Go: TestPreemption.
    @Test
    void goroutines_that_spin_on_one_P_are_preempted() {
        TestProgram.procs(1)
                .runs(_ -> {
                    AtomicInteger x = new AtomicInteger();
                    var wg = new WaitGroup();
                    for (int g : range(2)) {
                        wg.go(() -> {
                            for (int _ : range(5)) {
                                while (x.get() != g) {
                                    Preempt.poll();
                                }
                                x.set(1 - g);
                            }
                        });
                    }
                    wg.await();
                })
                .ok();
    }

    /// Go: TestPreemption, in code that is not woven: the others go on with another thread.
    @Test
    void goroutine_that_spins_without_polls_loses_its_P() {
        TestProgram.procs(1)
                .runs(_ -> {
                    AtomicInteger x = new AtomicInteger();
                    var wg = new WaitGroup();
                    for (int g : range(2)) {
                        wg.go(() -> {
                            for (int _ : range(5)) {
                                spinUntil(x, g);
                                x.set(1 - g);
                            }
                        });
                    }
                    wg.await();
                })
                .ok();
    }

    /// Go: TestPreemption, in a loop that is all calls into the runtime.
    @Test
    void goroutine_that_only_looks_at_channels_is_preempted() {
        TestProgram.procs(1)
                .runs(_ -> {
                    AtomicBoolean stop = new AtomicBoolean();
                    var never = signal();
                    var c = signal();
                    go(() -> {
                        while (!stop.get()) {
                            select(onRecv(never), onDefault());
                        }
                        c.send();
                    });
                    go(() -> {
                        while (!stop.get()) {
                            select(onRecv(never), onRecv(c), onDefault());
                        }
                        c.recv();
                    });
                    sleep(ofMillis(1));
                    for (int _ : range(3)) {
                        gosched();
                    }
                    stop.set(true);
                })
                .ok();
    }

    /// Go: TestPreemptionGC.
    @Test
    void garbage_is_collected_while_goroutines_spin() {
        int spinning = 3;
        TestProgram.procs(spinning + 1)
                .runs(_ -> {
                    AtomicBoolean stop = new AtomicBoolean();
                    var wg = new WaitGroup();
                    for (int _ : range(spinning)) {
                        wg.go(() -> {
                            while (!stop.get()) {
                                Preempt.poll();
                            }
                        });
                    }
                    for (int _ : range(2)) {
                        gosched();
                        System.gc();
                    }
                    stop.set(true);
                    wg.await();
                })
                .ok();
    }

    /// Go: TestStopTheWorldDeadlock.
    @Test
    void garbage_is_collected_and_the_number_of_Ps_set_while_goroutines_start_each_other() {
        TestProgram.procs(3)
                .runs(_ -> {
                    var wg = new WaitGroup();
                    AtomicBoolean stop = new AtomicBoolean();
                    wg.go(() -> {
                        for (int _ : range(20)) {
                            System.gc();
                        }
                    });
                    wg.go(() -> {
                        for (int i : range(300)) {
                            gomaxprocs(1 + i % 3);
                        }
                    });
                    go(() -> perpetuumMobile(stop));
                    wg.await();
                    stop.set(true);
                })
                .ok();
    }

    private static void perpetuumMobile(AtomicBoolean stop) {
        if (!stop.get()) {
            go(() -> perpetuumMobile(stop));
        }
    }

    /// Go: TestGCFairness.
    @Test
    void goroutines_that_write_to_a_file_let_main_go_on() {
        Path devNull = Path.of("/dev/null");
        Assumptions.assumeTrue(Files.exists(devNull), "there is no /dev/null");
        var ran =
                TestProgram.procs(1)
                        .runs(runtime -> {
                            try (OutputStream f = new FileOutputStream(devNull.toFile())) {
                                for (int _ : range(2)) {
                                    go(() -> {
                                        for (; ; ) {
                                            f.write('.');
                                            Preempt.poll();
                                        }
                                    });
                                }
                                sleep(ofMillis(10));
                                println("OK");
                                runtime.exit(0); // before the file is closed
                            }
                        });
        assertThat(ran.out()).isEqualTo("OK\n");
    }

    /// Go: TestGCFairness2.
    @Test
    void goroutines_that_allocate_on_one_P_all_run() {
        TestProgram.procs(1)
                .runs(_ -> {
                    int n = 3;
                    AtomicIntegerArray count = new AtomicIntegerArray(n);
                    byte[][] sink = new byte[n][];
                    for (int i : range(n)) {
                        go(() -> {
                            for (; ; ) {
                                sink[i] = new byte[1024];
                                count.incrementAndGet(i);
                                Preempt.poll();
                            }
                        });
                    }
                    sleep(ofMillis(30));
                    for (int i : range(n)) {
                        for (int _ : range(5_000)) {
                            if (count.get(i) == 0) {
                                sleep(ofMillis(10));
                            }
                        }
                        assertThat(count.get(i)).as("goroutine %d", i).isPositive();
                    }
                })
                .ok();
    }

    /// Go: TestNumGoroutine.
    @Test
    void number_of_goroutines_is_that_in_the_dump() {
        TestProgram.run(
                        runtime -> {
                            assertThat(numGoroutine()).isEqualTo(1);
                            for (int _ : range(10)) {
                                go(() -> select());
                            }
                            runtime.awaitParked(10);
                            assertThat(numGoroutine()).isEqualTo(11);
                            assertThat(runtime.goroutines()).hasSize(11);
                        })
                .ok();
    }

    private int hogCount; // one of the two hogs at a time
    private int lightCount;

    /// Go: TestPingPongHog.
    @Test
    void pairs_that_hand_the_P_to_each_other_share_it_with_other_pairs() {
        TestProgram.procs(1)
                .runs(_ -> {
                    var done = signal();
                    var hog = signal();
                    var light = signal();
                    for (int _ : range(2)) {
                        go(() -> {
                            while (select(onRecv(done), onRecv(hog)) == 1) {
                                for (int i = 0; i < 1_000_000; i++) {
                                    hogCount++;
                                    Preempt.poll();
                                }
                                hog.send();
                            }
                        });
                    }
                    for (int _ : range(2)) {
                        go(() -> {
                            while (select(onRecv(done), onRecv(light)) == 1) {
                                for (int i = 0; i < 1000; i++) {
                                    lightCount++;
                                    Preempt.poll();
                                }
                                light.send();
                            }
                        });
                    }
                    hog.send();
                    light.send();
                    for (int tries = 100; tries > 0 && (tries == 100 || !fair()); tries--) {
                        sleep(ofMillis(300)); // on a busy machine that may be one turn of each
                    }
                    assertThat(fair()).as("%d hogs, %d light", hogCount, lightCount).isTrue();
                    done.close();
                    hog.recv();
                    light.recv();
                })
                .ok();
    }

    private boolean fair() {
        return hogCount < 20L * lightCount && lightCount < 20L * hogCount;
    }

    /// The same in code that is not woven: a pair that hands the only P to each other, each time
    /// with the slice of the other, lets those in the queues run.
    @Test
    void pair_that_plays_ping_pong_does_not_keep_the_P_for_itself() {
        int steps = 20;
        TestProgram.procs(1)
                .runs(_ -> {
                    AtomicBoolean stop = new AtomicBoolean();
                    var ping = signal();
                    var pong = signal();
                    go(() -> {
                        while (!stop.get()) {
                            ping.send();
                            pong.recv();
                        }
                        ping.close();
                    });
                    go(() -> {
                        while (ping.recvOk().ok()) {
                            pong.send();
                        }
                    });
                    var wg = new WaitGroup();
                    wg.go(() -> {
                        for (int _ : range(steps)) {
                            gosched();
                        }
                    });
                    wg.go(() -> startEachOther(wg, steps));
                    wg.await();
                    stop.set(true);
                })
                .ok();
    }

    private static void startEachOther(WaitGroup wg, int n) {
        if (n > 0) {
            wg.go(() -> startEachOther(wg, n - 1));
        }
    }

    /// Go: TestLockOSThreadNesting.
    @Test
    void as_many_unlocks_as_locks_are_needed() {
        TestProgram.run(
                        runtime -> {
                            lockOSThread();
                            lockOSThread();
                            assertThat(locked(runtime)).isTrue();
                            unlockOSThread();
                            assertThat(locked(runtime)).isTrue();
                            unlockOSThread();
                            assertThat(locked(runtime)).isFalse();
                            unlockOSThread();
                            lockOSThread();
                            assertThat(locked(runtime)).isTrue();
                        })
                .ok();
    }

    private static boolean locked(GoRuntime runtime) {
        return runtime.goroutines().getFirst().lockedToThread();
    }

    /// Go: TestPreemptionAfterSyscall.
    @ParameterizedTest
    @ValueSource(ints = {10, 100, 1000})
    void goroutines_that_make_system_calls_let_others_start_and_end(int micros) {
        long nanos = micros * 1000L;
        TestProgram.procs(2)
                .runs(_ -> {
                    Chan<Boolean> c = chan(boolean.class, 8);
                    AtomicBoolean stop = new AtomicBoolean();
                    long start = System.nanoTime();
                    for (int _ : range(8)) {
                        go(() -> {
                            c.send(true);
                            while (!stop.get()) {
                                fakeSyscall(nanos);
                                Preempt.poll();
                            }
                            c.send(true);
                        });
                    }
                    for (int _ : range(8)) {
                        c.recv();
                    }
                    stop.set(true);
                    for (int _ : range(8)) {
                        c.recv();
                    }
                    assertThat(Duration.ofNanos(System.nanoTime() - start))
                            .isLessThan(ofSeconds(100));
                })
                .ok();
    }

    private static void fakeSyscall(long nanos) {
        Woven.enterSyscall();
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        Woven.exitSyscall();
    }

    /// Go: TestBigGOMAXPROCS.
    @Test
    void number_of_Ps_has_an_upper_bound() {
        TestProgram.run(
                        _ -> {
                            gomaxprocs(1024);
                            assertThat(gomaxprocs(0)).isEqualTo(GoRuntime.MOST_PROCS);
                            var wg = new WaitGroup();
                            for (int _ : range(1000)) {
                                wg.go(() -> gosched());
                            }
                            wg.await();
                        })
                .ok();
        assertThatThrownBy(() -> GoRuntime.builder().procs(1024))
                .hasMessage("procs: want a number from 1 to 256, got 1024");
    }

    /// Go: testdata/testprog/lockosthread.go, LockOSThreadMain.
    @Test
    void main_goes_on_elsewhere_when_a_goroutine_keeps_its_thread() {
        TestProgram.procs(1)
                .runs(_ -> {
                    Chan<Integer> ready = chan(int.class, 1);
                    go(() -> {
                        lockOSThread();
                        ready.send(threadId());
                        select();
                    });
                    int thread = ready.recv();
                    sleep(ofMillis(1));
                    assertThat(threadId()).isNotEqualTo(thread);
                })
                .ok();
    }
}
