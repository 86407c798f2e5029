package goloom.bench.goloom;

import static goloom.runtime.Go.*;

import goloom.bench.Measure;
import goloom.runtime.Go;
import goloom.runtime.internal.Woven;
import java.io.RandomAccessFile;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// A goroutine blocks its thread while another waits for the processor: how long until the other
/// runs? It is to be run with one P.
///
/// "idle": the program has just slept, so the watchman looks often. "running": it has run for a
/// while. Announced: the call is between enterSyscall and exitSyscall, as the kernel's weaver does
/// it.
final class Handoff {
    private static final int SLEEP_MICROS = 20_000;
    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final long RUN_NANOS = 30_000_000;

    private interface Call {
        void run() throws Throwable;
    }

    private Handoff() {}

    static void run(Measure m, int procs) throws Exception {
        MethodHandle usleep = usleep();
        Call nothing = () -> {};
        Call sleep = () -> sleep(usleep);
        Path fifo = fifo();
        try (var pipe = new RandomAccessFile(fifo.toFile(), "rw")) {
            Main.inRuntime(
                    procs,
                    () -> {
                        for (String before : new String[] {"idle", "running"}) {
                            measure(m, before, "announced", () -> announced(sleep), nothing);
                            measure(m, before, "ffm", sleep, nothing);
                            measure(m, before, "fifo", pipe::read, () -> pipe.write(1));
                        }
                    });
        } finally {
            Files.delete(fifo);
            Files.delete(fifo.getParent());
        }
    }

    private static void measure(Measure m, String before, String how, Call block, Call unblock)
            throws Exception {
        m.repeat(
                        1e3,
                        () -> {
                            if (before.equals("idle")) {
                                Go.sleep(PAUSE);
                            } else {
                                runFor(RUN_NANOS);
                            }
                            return untilOtherRuns(block, unblock);
                        })
                .print("handoff-" + how + "-" + before, "us");
    }

    private static void runFor(long nanos) {
        for (long begin = System.nanoTime(); System.nanoTime() - begin < nanos; ) {
            gosched();
        }
    }

    private static long untilOtherRuns(Call block, Call unblock) {
        var ran = chan(long.class, 1);
        go(() -> {
            ran.send(System.nanoTime());
            call(unblock);
        });
        long begin = System.nanoTime();
        call(block);
        return ran.recv() - begin;
    }

    private static void call(Call c) {
        try {
            c.run();
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static void announced(Call block) throws Throwable {
        Woven.enterSyscall();
        try {
            block.run();
        } finally {
            Woven.exitSyscall();
        }
    }

    private static void sleep(MethodHandle usleep) throws Throwable {
        int error = (int) usleep.invokeExact(SLEEP_MICROS);
        if (error != 0) {
            throw new IllegalStateException("usleep: " + error);
        }
    }

    @SuppressWarnings("restricted") // --enable-native-access
    private static MethodHandle usleep() {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().find("usleep").orElseThrow(),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
    }

    private static Path fifo() throws Exception {
        Path path = Files.createTempDirectory("goloom-bench").resolve("fifo");
        int exit = new ProcessBuilder("mkfifo", path.toString()).inheritIO().start().waitFor();
        if (exit != 0) {
            throw new IllegalStateException("mkfifo " + path + ": exit code " + exit);
        }
        return path;
    }
}
