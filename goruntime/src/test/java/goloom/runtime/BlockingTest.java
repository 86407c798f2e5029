package goloom.runtime;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;
import static org.assertj.core.api.Assertions.assertThat;

import goloom.runtime.internal.Woven;
import goloom.trace.Ending;
import goloom.trace.Event;
import goloom.trace.EventKind;
import goloom.trace.Trace;
import goloom.trace.WaitReason;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.RandomAccessFile;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A goroutine that blocks in JDK or native code keeps neither its P nor the others: with one P
/// they go on, and the trace says how.
final class BlockingTest {
    private static final String BLOCKED = "blocked";
    private static final long MOST_EVENTS = 1_000_000;

    @TempDir private Path dir;

    /// What the trace says of the goroutine that blocked.
    private record Seen(Trace trace) {
        private int goroutine() {
            return trace.goroutines().stream()
                    .filter(g -> BLOCKED.equals(g.name()))
                    .findFirst()
                    .orElseThrow()
                    .id();
        }

        private List<Event> events(EventKind kind) {
            return IntStream.range(0, trace.size())
                    .mapToObj(trace::event)
                    .filter(e -> e.kind() == kind && e.goroutine() == goroutine())
                    .toList();
        }

        /// Its thread blocked, and its P went to another one.
        void handedOff(boolean announced) {
            assertThat(events(EventKind.SYSCALL_BEGIN))
                    .isNotEmpty()
                    .anyMatch(e -> e.arg() == (announced ? 0 : 1));
            assertThat(events(EventKind.PROC_HANDOFF)).isNotEmpty();
        }

        /// It left its thread.
        void waited(WaitReason reason) {
            assertThat(events(EventKind.GO_BLOCK)).anyMatch(e -> e.reason() == reason);
            assertThat(events(EventKind.PROC_HANDOFF)).isEmpty();
        }
    }

    /// With one P: a goroutine blocks; two others play ping-pong meanwhile; then main wakes it.
    private static Seen othersGoOn(GoBody blocks, GoBody wakes) {
        return othersGoOn(() -> {}, blocks, wakes);
    }

    /// @param prepares runs before, in main
    private static Seen othersGoOn(GoBody prepares, GoBody blocks, GoBody wakes) {
        Trace[] trace = new Trace[1];
        TestProgram.procs(1)
                .runs(runtime -> {
                    prepares.run();
                    runtime.startTrace(MOST_EVENTS);
                    var begun = signal();
                    var ended = signal();
                    go(
                            BLOCKED,
                            () -> {
                                begun.send();
                                blocks.run();
                                ended.close();
                            });
                    begun.recv(); // with one P it comes back when the other has left it
                    pingPong(100);
                    assertThat(select(onRecv(ended), onDefault())).as("did not block").isEqualTo(1);
                    wakes.run();
                    ended.recv();
                    trace[0] = runtime.stopTrace(Ending.returned());
                })
                .ok();
        return new Seen(trace[0]);
    }

    private static void pingPong(int n) {
        var ping = signal();
        var pong = signal();
        go(() -> {
            for (int _ : range(n)) {
                ping.recv();
                pong.send();
            }
        });
        for (int _ : range(n)) {
            ping.send();
            pong.recv();
        }
    }

    private Path fifo() throws Exception {
        Path fifo = dir.resolve("fifo");
        Process p;
        try {
            p = new ProcessBuilder("mkfifo", fifo.toString()).start();
        } catch (java.io.IOException e) {
            return Assumptions.abort("there is no mkfifo");
        }
        assertThat(p.waitFor()).isZero();
        return fifo;
    }

    private static void write(Path fifo) throws Exception {
        try (var out = new FileOutputStream(fifo.toFile())) {
            out.write(7);
        }
    }

    // ---- calls that block the thread

    @Test
    void fifo_that_nobody_has_opened_for_writing() throws Exception {
        Path fifo = fifo();
        othersGoOn(
                        () -> {
                            try (var in = new FileInputStream(fifo.toFile())) {
                                assertThat(in.read()).isEqualTo(7);
                            }
                        },
                        () -> write(fifo))
                .handedOff(false);
    }

    @Test
    void fifo_without_data() throws Exception {
        Path fifo = fifo();
        try (var file = new RandomAccessFile(fifo.toFile(), "rw")) {
            othersGoOn(() -> assertThat(file.read()).isEqualTo(7), () -> write(fifo))
                    .handedOff(false);
        }
    }

    @Test
    void announced_call() throws Exception {
        Path fifo = fifo();
        othersGoOn(
                        () -> {
                            Woven.enterSyscall();
                            try (var in = new FileInputStream(fifo.toFile())) {
                                assertThat(in.read()).isEqualTo(7);
                            } finally {
                                Woven.exitSyscall();
                            }
                        },
                        () -> write(fifo))
                .handedOff(true);
    }

    @Test
    void output_of_a_process() throws Exception {
        Process cat = new ProcessBuilder("cat").start();
        othersGoOn(
                        () -> assertThat(cat.getInputStream().read()).isEqualTo('x'),
                        () -> {
                            cat.getOutputStream().write('x');
                            cat.getOutputStream().close();
                        })
                .handedOff(false);
        assertThat(cat.waitFor()).isZero();
    }

    /// `poll` of the C library: sleeps in native code.
    private static MethodHandle nativeSleep() {
        Linker linker = Linker.nativeLinker();
        var poll = linker.defaultLookup().find("poll");
        Assumptions.assumeTrue(poll.isPresent(), "there is no poll()");
        @SuppressWarnings("restricted")
        MethodHandle h =
                linker.downcallHandle(
                        poll.get(),
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT,
                                ValueLayout.ADDRESS,
                                ValueLayout.JAVA_LONG,
                                ValueLayout.JAVA_INT));
        return h;
    }

    @Test
    void sleep_in_native_code() {
        MethodHandle sleep = nativeSleep();
        AtomicBoolean stop = new AtomicBoolean();
        othersGoOn(
                        () -> {
                            while (!stop.get()) { // on a busy machine once is too short
                                sleepNatively(sleep, 500);
                            }
                        },
                        () -> stop.set(true))
                .handedOff(false);
    }

    private static void sleepNatively(MethodHandle sleep, int millis) {
        try {
            int n = (int) sleep.invokeExact(java.lang.foreign.MemorySegment.NULL, 0L, millis);
            assertThat(n).isZero();
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    // ---- waits in which the goroutine leaves its thread

    @Test
    void wait_for_a_process() throws Exception {
        Process cat = new ProcessBuilder("cat").start();
        othersGoOn(() -> assertThat(cat.waitFor()).isZero(), () -> cat.getOutputStream().close())
                .waited(WaitReason.JAVA_PARK);
    }

    @Test
    void monitor() {
        Object monitor = new Object();
        var free = new CountDownLatch(1);
        GoBody hold =
                () -> {
                    synchronized (monitor) {
                        free.await();
                    }
                };
        othersGoOn(
                        () -> startHolder(hold),
                        () -> {
                            synchronized (monitor) {
                                assertThat(Thread.holdsLock(monitor)).isTrue();
                            }
                        },
                        free::countDown)
                .waited(WaitReason.JAVA_MONITOR);
    }

    /// Starts a thread that takes a lock and holds it until it is told not to, and waits until it
    /// has it. The goroutine that starts it makes it an outside thread.
    private static void startHolder(GoBody hold) throws Exception {
        Thread t =
                Thread.ofPlatform()
                        .start(() -> {
                            try {
                                hold.run();
                            } catch (Exception e) {
                                throw new AssertionError(e);
                            }
                        });
        while (t.getState() != Thread.State.WAITING) {
            Thread.sleep(1);
        }
    }

    @Test
    @SuppressWarnings({"WaitNotInLoop", "NakedNotify"})
    void object_wait() {
        Object monitor = new Object();
        othersGoOn(
                        () -> {
                            synchronized (monitor) {
                                monitor.wait();
                            }
                        },
                        () -> {
                            synchronized (monitor) {
                                monitor.notifyAll();
                            }
                        })
                .waited(WaitReason.JAVA_WAIT);
    }

    @Test
    void reentrant_lock() {
        var lock = new ReentrantLock();
        var free = new CountDownLatch(1);
        GoBody hold =
                () -> {
                    lock.lock();
                    try {
                        free.await();
                    } finally {
                        lock.unlock();
                    }
                };
        othersGoOn(() -> startHolder(hold), lock::lock, free::countDown)
                .waited(WaitReason.JAVA_PARK);
    }

    @Test
    void blocking_queue() {
        var queue = new ArrayBlockingQueue<Integer>(1);
        othersGoOn(() -> assertThat(queue.take()).isEqualTo(7), () -> queue.put(7))
                .waited(WaitReason.JAVA_PARK);
    }

    @Test
    void synchronous_queue() {
        var queue = new SynchronousQueue<Integer>();
        othersGoOn(() -> queue.put(7), () -> assertThat(queue.take()).isEqualTo(7))
                .waited(WaitReason.JAVA_PARK);
    }

    @Test
    void completable_future() {
        var future = new CompletableFuture<Integer>();
        othersGoOn(() -> assertThat(future.join()).isEqualTo(7), () -> future.complete(7))
                .waited(WaitReason.JAVA_PARK);
    }

    @Test
    void thread_sleep() {
        Thread[] sleeper = new Thread[1];
        AtomicBoolean woken = new AtomicBoolean();
        othersGoOn(
                        () -> {
                            sleeper[0] = Thread.currentThread();
                            try {
                                Thread.sleep(ofHours(1));
                            } catch (InterruptedException e) {
                                woken.set(true);
                            }
                        },
                        () -> sleeper[0].interrupt())
                .waited(WaitReason.SLEEP);
        assertThat(woken).isTrue();
    }

    @Test
    void socket() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            othersGoOn(
                            () -> {
                                try (var s = server.accept()) {
                                    assertThat(s.getInputStream().read()).isEqualTo(7);
                                }
                            },
                            () -> {
                                try (var s =
                                        new Socket(
                                                server.getInetAddress(), server.getLocalPort())) {
                                    s.getOutputStream().write(7);
                                }
                            })
                    .waited(WaitReason.JAVA_PARK);
        }
    }

    @Test
    void regular_files_are_read_and_written_by_many_at_once() {
        var wg = new WaitGroup();
        TestProgram.procs(2)
                .runs(_ -> {
                    for (int i : range(20)) {
                        wg.go(() -> {
                            Path file = dir.resolve("file" + i);
                            Files.writeString(file, "text " + i);
                            sleep(ofMillis(1));
                            assertThat(Files.readString(file)).isEqualTo("text " + i);
                        });
                    }
                    wg.await();
                })
                .ok();
    }
}
