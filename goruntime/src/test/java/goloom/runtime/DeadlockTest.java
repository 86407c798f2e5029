package goloom.runtime;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;
import static org.assertj.core.api.Assertions.assertThat;

import goloom.runtime.TestProgram.Ran;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

/// When a program is dead and when it only waits: for goroutines that wait in operations of ours,
/// in JDK code, for timers, for sockets, for other threads.
final class DeadlockTest {
    private static final Duration A_WHILE = ofMillis(30); // in which nothing is to be reported

    private static Ran run(TestProgram.Main main) {
        return TestProgram.run(main);
    }

    private static void isDeadlock(Ran ran, String... headers) {
        assertThat(ran.headline()).isEqualTo("fatal error: all goroutines are asleep - deadlock!");
        assertThat(ran.outcome().exitCode()).isEqualTo(2);
        assertThat(ran.outcome()).isInstanceOf(Outcome.Fatal.class);
        assertThat(ran.outcome().report().lines().filter(l -> l.startsWith("goroutine ")))
                .map(l -> l.replaceFirst("goroutine \\d+ ", ""))
                .containsExactlyInAnyOrder(headers);
    }

    // ---- the eight scenarios

    @Test
    void two_receivers() {
        Ran ran =
                run(_ -> {
                    var c = signal();
                    go(() -> c.recv());
                    c.recv();
                });
        isDeadlock(ran, "[chan receive]:", "[chan receive]:");
    }

    @Test
    void sleeper_that_then_blocks_is_reported_after_its_sleep() {
        long start = System.nanoTime();
        Ran ran =
                run(_ -> {
                    var c = signal();
                    go(() -> {
                        sleep(A_WHILE);
                        c.recv();
                    });
                    c.recv();
                });
        isDeadlock(ran, "[chan receive]:", "[chan receive]:");
        assertThat(ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(A_WHILE);
    }

    @Test
    void reentrant_lock_held_by_a_blocked_goroutine() {
        Ran ran =
                run(_ -> {
                    var lock = new ReentrantLock();
                    var held = signal();
                    go(() -> {
                        lock.lock();
                        held.send();
                        held.send();
                    });
                    held.recv();
                    lock.lock();
                });
        isDeadlock(ran, "[java park]:", "[chan send]:");
    }

    @Test
    void monitor_held_by_a_blocked_goroutine() {
        Ran ran =
                run(_ -> {
                    Object monitor = new Object();
                    var held = signal();
                    go(() -> {
                        synchronized (monitor) {
                            held.send();
                            held.send();
                        }
                    });
                    held.recv();
                    synchronized (monitor) {
                        println("never");
                    }
                });
        isDeadlock(ran, "[java monitor]:", "[chan send]:");
    }

    @Test
    void future_that_nobody_completes() {
        isDeadlock(run(_ -> new CompletableFuture<String>().join()), "[java park]:");
    }

    @Test
    void future_that_another_thread_completes_is_waited_for() {
        Ran ran =
                run(_ -> {
                    var future = new CompletableFuture<String>();
                    Thread.ofPlatform()
                            .start(() -> {
                                pause();
                                future.complete("done");
                            });
                    println(future.join());
                });
        assertThat(ran.ok().out()).isEqualTo("done\n");
    }

    @Test
    @SuppressWarnings({"WaitNotInLoop", "NakedNotify"})
    void object_wait_without_a_limit() {
        Ran ran =
                run(_ -> {
                    Object monitor = new Object();
                    synchronized (monitor) {
                        monitor.wait();
                    }
                });
        isDeadlock(ran, "[java wait]:");
    }

    @Test
    void socket_that_waits_for_a_client() {
        Ran ran =
                run(runtime -> {
                    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                        Thread client = new Thread(() -> connectLater(server));
                        startOutside(client);
                        try (var socket = server.accept()) {
                            println(socket.getInputStream().read());
                        }
                    }
                });
        assertThat(ran.ok().out()).isEqualTo("-1\n");
    }

    /// Starts a thread that the runtime does not know of: no goroutine has started it.
    private static void startOutside(Thread t) throws InterruptedException {
        Thread starter = new Thread(t::start);
        starter.start();
        starter.join();
    }

    private static void connectLater(ServerSocket server) {
        pause();
        try (var socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
            socket.shutdownOutput();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(A_WHILE);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    // ---- timers

    @Test
    void timer_that_may_wake_somebody_hides_a_deadlock() {
        Ran ran =
                run(_ -> {
                    var c = signal();
                    afterFunc(A_WHILE, c::close);
                    c.recv();
                    println("woken");
                });
        assertThat(ran.ok().out()).isEqualTo("woken\n");
    }

    @Test
    void deadlock_is_reported_when_the_last_timer_is_gone() {
        Ran ran =
                run(_ -> {
                    afterFunc(A_WHILE, () -> println("fired"));
                    select();
                });
        assertThat(ran.out()).isEqualTo("fired\n");
        isDeadlock(ran, "[select (no cases)]:");
    }

    @Test
    void timer_whose_channel_nobody_reads_hides_nothing() {
        isDeadlock(
                run(_ -> {
                    var t = new GoTimer(ofHours(1));
                    select();
                    t.stop();
                }),
                "[select (no cases)]:");
    }

    @Test
    void timed_wait_of_the_jdk_hides_a_deadlock_until_it_is_over() {
        Ran ran =
                run(_ -> {
                    go(() -> {
                        Thread.sleep(A_WHILE);
                        println("slept");
                    });
                    go(() -> {
                        var queue = new ArrayBlockingQueue<String>(1);
                        println(queue.poll(A_WHILE.toMillis() * 2, TimeUnit.MILLISECONDS));
                    });
                    select();
                });
        assertThat(ran.out().lines()).containsExactlyInAnyOrder("slept", "<nil>");
        isDeadlock(ran, "[select (no cases)]:");
    }

    // ---- locks of the JDK

    @Test
    void lock_held_by_another_thread_is_waited_for() {
        Ran ran =
                run(_ -> {
                    var lock = new ReentrantLock();
                    var held = new CountDownLatch(1);
                    Thread.ofPlatform()
                            .start(() -> {
                                lock.lock();
                                try {
                                    held.countDown();
                                    pause();
                                } finally {
                                    lock.unlock();
                                }
                            });
                    held.await();
                    lock.lock();
                    println("locked");
                });
        assertThat(ran.ok().out()).isEqualTo("locked\n");
    }

    @Test
    void empty_queue_that_nobody_fills() {
        Ran ran =
                run(_ -> {
                    var queue = new ArrayBlockingQueue<String>(1);
                    go(() -> println(queue.take()));
                    go(() -> println(queue.take()));
                    queue.put("one");
                    select();
                });
        assertThat(ran.out()).isEqualTo("one\n");
        isDeadlock(ran, "[select (no cases)]:", "[java park]:");
    }

    // ---- outside threads

    @Test
    void thread_that_a_goroutine_started_may_use_our_channels() {
        Ran ran =
                run(_ -> {
                    Chan<String> c = chan(String.class);
                    Thread.ofPlatform()
                            .start(() -> {
                                pause();
                                c.send("from a thread");
                            });
                    println(c.recv());
                });
        assertThat(ran.ok().out()).isEqualTo("from a thread\n");
    }

    @Test
    void virtual_thread_that_a_goroutine_started_may_use_our_channels() {
        Ran ran =
                run(_ -> {
                    Chan<String> c = chan(String.class);
                    Thread.startVirtualThread(() -> {
                        pause();
                        c.send("from a virtual thread");
                    });
                    println(c.recv());
                });
        assertThat(ran.ok().out()).isEqualTo("from a virtual thread\n");
    }

    @Test
    void work_in_the_common_pool_may_use_our_channels() {
        Ran ran =
                run(_ -> {
                    Chan<String> c = chan(String.class);
                    var sent =
                            CompletableFuture.runAsync(() -> {
                                pause();
                                c.send("from the pool");
                            });
                    println(c.recv());
                    sent.join();
                });
        assertThat(ran.ok().out()).isEqualTo("from the pool\n");
    }

    @Test
    void deadlock_is_reported_when_the_last_outside_thread_has_ended() {
        Ran ran =
                run(_ -> {
                    Thread.ofPlatform().start(DeadlockTest::pause);
                    Thread.startVirtualThread(DeadlockTest::pause);
                    signal().recv();
                });
        isDeadlock(ran, "[chan receive]:");
    }

    @Test
    void outside_threads_that_are_expected_hide_every_deadlock() throws Exception {
        try (GoRuntime runtime = GoRuntime.builder().outsideThreads(true).build()) {
            var c = new CompletableFuture<Signal>();
            Thread sender =
                    new Thread(() -> {
                        Signal s = c.join();
                        pause();
                        s.send();
                    });
            sender.start();
            Outcome outcome =
                    runtime.run(() -> {
                        var s = signal();
                        c.complete(s);
                        s.recv();
                    });
            assertThat(outcome).isInstanceOf(Outcome.Returned.class);
            sender.join();
        }
    }

    // ---- others

    @Test
    void goroutine_that_waits_for_the_user_is_not_asleep() {
        Ran ran =
                run(_ -> {
                    var c = signal();
                    var typed = new CompletableFuture<String>();
                    startOutside(
                            new Thread(() -> {
                                pause();
                                typed.complete("yes");
                            }));
                    go(() -> {
                        println(GoRuntime.external(typed::join));
                        c.send();
                    });
                    c.recv();
                });
        assertThat(ran.ok().out()).isEqualTo("yes\n");
    }

    @Test
    void busy_goroutine_hides_a_deadlock() {
        AtomicBoolean stop = new AtomicBoolean();
        Ran ran =
                run(runtime -> {
                    go(() -> {
                        while (!stop.get()) {
                            gosched();
                        }
                        runtime.exit(4);
                    });
                    startOutside(
                            new Thread(() -> {
                                pause();
                                stop.set(true);
                            }));
                    select();
                });
        assertThat(ran.outcome()).isEqualTo(new Outcome.Exited(4));
    }

    /// A look that began while main ran, and saw nothing move when main had ended.
    @Test
    void end_of_main_during_the_look_is_not_a_deadlock() {
        try (GoRuntime session = GoRuntime.builder().procs(1).endsWithMain(false).build()) {
            for (int _ : range(20_000)) {
                assertThat(session.run(() -> sleep(ofNanos(1)))).isEqualTo(new Outcome.Returned());
            }
        }
    }

    @Test
    void goroutines_of_an_ended_main_may_be_blocked() {
        try (GoRuntime session = GoRuntime.builder().endsWithMain(false).build()) {
            Outcome first = session.run(() -> go(() -> select()));
            assertThat(first).isInstanceOf(Outcome.Returned.class);
            session.awaitParked(1);
            assertThat(session.hasEnded()).isFalse();
            Outcome second = session.run(() -> signal().recv());
            assertThat(second.report()).startsWith("fatal error: all goroutines are asleep");
        }
    }
}
