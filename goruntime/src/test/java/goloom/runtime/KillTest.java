package goloom.runtime;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import goloom.runtime.internal.Preempt;
import goloom.runtime.internal.Woven;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Goroutines that are ended from outside: their `finally` blocks run, deferred calls do not.
final class KillTest {
    private static final Duration SOON =
            ofSeconds(1); // an end that waits for all of them takes two

    private static GoRuntime session() {
        return GoRuntime.builder().procs(2).endsWithMain(false).build();
    }

    /// Interrupts until nobody is left. One interrupt waits for 80 ms: on a busy machine that may
    /// be too short.
    static void endAll(GoRuntime session) {
        for (int i = 0; i < 1_000 && !session.interrupt(_ -> true).isEmpty(); i++) {
            Thread.onSpinWait();
        }
        assertThat(session.awaitIdle(ofSeconds(100))).isTrue();
    }

    @SuppressWarnings({"WaitNotInLoop", "LockNotBeforeTry"})
    static Stream<Arguments> waits() {
        return Stream.of(
                wait("chan receive", () -> chan(int.class).recv()),
                wait("chan send", () -> chan(int.class).send(1)),
                wait("nil chan", () -> Chan.nil().recv()),
                wait("select", () -> select(onRecv(chan(int.class)), onRecv(signal()))),
                wait("select without cases", () -> select()),
                wait("timer", () -> after(ofHours(1)).recv()),
                wait("sleep", () -> sleep(ofHours(1))),
                wait(
                        "mutex",
                        () -> {
                            var mu = new Mutex();
                            mu.lock();
                            mu.lock();
                        }),
                wait(
                        "rwmutex",
                        () -> {
                            var mu = new RWMutex();
                            mu.lock();
                            mu.rLock();
                        }),
                wait(
                        "waitgroup",
                        () -> {
                            var wg = new WaitGroup();
                            wg.add(1);
                            wg.await();
                        }),
                wait(
                        "cond",
                        () -> {
                            var mu = new Mutex();
                            mu.lock();
                            new Cond(mu).await();
                        }),
                wait(
                        "loop",
                        () -> {
                            for (; ; ) {
                                Preempt.poll();
                            }
                        }),
                wait(
                        "loop that yields",
                        () -> {
                            for (; ; ) {
                                gosched();
                            }
                        }),
                wait(
                        "loop that catches everything",
                        () -> {
                            for (; ; ) {
                                try {
                                    Preempt.poll();
                                } catch (Throwable e) {
                                    Woven.caught(e);
                                }
                            }
                        }),
                wait(
                        "loop that receives and catches everything",
                        () -> {
                            for (; ; ) {
                                try {
                                    chan(int.class).recv();
                                } catch (Throwable e) {
                                    Woven.caught(e);
                                }
                            }
                        }),
                wait("Thread.sleep", () -> Thread.sleep(ofHours(1))),
                wait("queue", () -> new LinkedBlockingQueue<>().take()),
                wait("future", () -> new CompletableFuture<>().get()),
                wait("lock", () -> heldLock().lockInterruptibly()),
                wait(
                        "Object.wait",
                        () -> {
                            Object monitor = new Object();
                            synchronized (monitor) {
                                monitor.wait();
                            }
                        }),
                wait(
                        "socket",
                        () -> {
                            try (var s = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                                s.accept();
                            }
                        }));
    }

    private static Arguments wait(String name, GoBody body) {
        return arguments(name, body);
    }

    private static ReentrantLock heldLock() throws InterruptedException {
        var lock = new ReentrantLock();
        Thread t = new Thread(lock::lock);
        t.start();
        t.join();
        return lock;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("waits")
    void goroutine_is_ended_and_its_finally_runs(String name, GoBody body) throws Exception {
        try (GoRuntime session = session()) {
            var begun = new CountDownLatch(1);
            AtomicBoolean after = new AtomicBoolean();
            AtomicBoolean finallyRan = new AtomicBoolean();
            AtomicBoolean deferredRan = new AtomicBoolean();
            session.run(() ->
                    go(() -> {
                        try (var _ = defer(() -> deferredRan.set(true))) {
                            begun.countDown();
                            body.run();
                            after.set(true);
                        } finally {
                            finallyRan.set(true);
                        }
                    }));
            begun.await();
            endAll(session);
            assertThat(session.numGoroutine()).as(name).isZero();
            assertThat(finallyRan).isTrue();
            assertThat(after).isFalse();
            assertThat(deferredRan).isFalse();
            assertThat(session.run(() -> {})).isInstanceOf(Outcome.Returned.class);
        }
    }

    @Test
    void hundred_thousand_goroutines_are_ended() {
        int n = 100_000;
        AtomicInteger finallyRan = new AtomicInteger();
        try (GoRuntime session = session()) {
            session.run(() -> {
                var never = signal();
                for (int _ : range(n)) {
                    go(() -> {
                        try {
                            never.recv();
                        } finally {
                            finallyRan.incrementAndGet();
                        }
                    });
                }
            });
            session.awaitParked(n);
            endAll(session);
            assertThat(session.numGoroutine()).isZero();
            assertThat(finallyRan).hasValue(n);
        }
    }

    @Test
    void interrupt_ends_main_and_says_so() throws Exception {
        try (GoRuntime runtime = GoRuntime.builder().build()) {
            var begun = new CountDownLatch(1);
            var outcome =
                    CompletableFuture.supplyAsync(() ->
                            runtime.run(() -> {
                                begun.countDown();
                                sleep(ofHours(1));
                            }));
            begun.await();
            runtime.interrupt(_ -> true);
            assertThat(outcome.get()).isInstanceOf(Outcome.Interrupted.class);
            assertThat(outcome.get().exitCode()).isEqualTo(130);
        }
    }

    @Test
    void only_those_that_are_meant_are_ended() throws Exception {
        try (GoRuntime session = session()) {
            var first = new CompletableFuture<Thread>();
            Chan<Integer> c = Chan.make();
            session.run(() -> {
                go(() -> {
                    first.complete(Thread.currentThread());
                    select();
                });
                go(() -> c.send(7));
            });
            Thread t = first.get();
            session.awaitParked(2);
            for (int i = 0; i < 1_000 && !session.interrupt(t::equals).isEmpty(); i++) {
                Thread.onSpinWait();
            }
            session.awaitParked(1);
            assertThat(session.awaitIdle(ofSeconds(100))).isTrue();
            assertThat(session.numGoroutine()).isEqualTo(1);
            assertThat(session.run(() -> assertThat(c.recv()).isEqualTo(7)).report()).isEmpty();
        }
    }

    @Test
    void goroutine_in_a_loop_of_a_library_is_reported_as_stuck() throws Exception {
        try (GoRuntime session = session()) {
            AtomicBoolean stop = new AtomicBoolean();
            var begun = new CountDownLatch(1);
            session.run(() ->
                    go(
                            "stubborn",
                            () -> {
                                begun.countDown();
                                while (!stop.get()) {
                                    Thread.onSpinWait(); // no poll
                                }
                            }));
            begun.await();
            var stuck = session.interrupt(_ -> true);
            assertThat(stuck).singleElement().extracting(GoroutineDump::name).isEqualTo("stubborn");
            stop.set(true);
            assertThat(session.awaitIdle(ofSeconds(100), _ -> true)).isTrue();
        }
    }

    /// A runtime that ends does not wait for those who can never be woken.
    @Test
    void deadlock_in_uninterruptible_waits_is_reported_soon() {
        for (GoBody wait :
                new GoBody[] {
                    () -> new CompletableFuture<>().join(), () -> heldLock().lock(),
                }) {
            Duration best = ofDays(1);
            for (int i = 0; i < 10 && best.compareTo(SOON) >= 0; i++) { // the machine may be busy
                long start = System.nanoTime();
                try (GoRuntime runtime = GoRuntime.builder().build()) {
                    assertThat(runtime.run(wait).report())
                            .startsWith("fatal error: all goroutines are asleep - deadlock!\n");
                }
                best = ofNanos(System.nanoTime() - start);
            }
            assertThat(best).isLessThan(SOON);
        }
    }

    @Test
    void finally_block_may_print_nothing_and_take_its_time() throws Exception {
        var out = new java.io.ByteArrayOutputStream();
        AtomicBoolean finished = new AtomicBoolean();
        try (GoRuntime session =
                GoRuntime.builder()
                        .endsWithMain(false)
                        .stdout(new java.io.PrintStream(out, true))
                        .build()) {
            session.run(() ->
                    go(() -> {
                        try {
                            signal().recv();
                        } finally {
                            for (int i = 0; i < 1_000; i++) {
                                Preempt.poll();
                            }
                            finished.set(true);
                            println("not to be seen");
                        }
                    }));
            session.awaitParked(1);
            session.interrupt(_ -> true);
        }
        assertThat(finished).isTrue();
        assertThat(out.toString(java.nio.charset.StandardCharsets.UTF_8)).isEmpty();
    }
}
