package goloom.bench.polls;

import static goloom.runtime.Go.*;

import goloom.bench.Check;
import goloom.bench.Measure;
import goloom.bench.Samples;
import goloom.bench.Scenarios;
import goloom.kernel.bytecode.Weaver;
import goloom.runtime.GoRuntime;
import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What the kernel's polls cost hot loops: each loop as it is and woven, in turns; then again after
/// the scheduler has made the polls real, as it does when a goroutine of the class has run for 10
/// ms.
///
/// Two results for each: plain and woven.
public final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
        Scenarios s = new Scenarios();
        for (String loop : List.of("sum", "array", "matrix", "sieve", "collatz", "merge", "fib")) {
            s.add("polls-" + loop, (m, _) -> measure(m, loop));
        }
        s.main(args);
    }

    private static void measure(Measure m, String loop) throws Exception {
        byte[] bytes = classFile();
        Weaver.Woven woven =
                new Weaver(Map.of(), Main.class.getClassLoader())
                        .weave(bytes, "Loops", 0, line -> line);
        MethodHandle plain = in(define(bytes), loop);
        MethodHandle polling = in(linked(woven), loop);
        Check.equal(loop, call(polling), call(plain));
        inTurns(m, "polls-" + loop, plain, polling);
        preempt(polling);
        inTurns(m, "polls-" + loop + "-preempted", plain, polling);
    }

    private static void inTurns(Measure m, String name, MethodHandle plain, MethodHandle polling)
            throws Exception {
        List<Double> ofPlain = new ArrayList<>();
        Samples ofPolling =
                m.repeat(
                        1e3,
                        () -> {
                            ofPlain.add(Measure.timed(() -> call(plain)) / 1e3);
                            return Measure.timed(() -> call(polling));
                        });
        // Those of the warm-up are the first.
        int warm = ofPlain.size() - ofPolling.all().size();
        new Samples(ofPlain.getFirst(), ofPlain.subList(warm, ofPlain.size()))
                .print(name, "us", "plain");
        ofPolling.print(name, "us", "woven");
    }

    /// Runs the loop on the only P until another goroutine has got it: then the polls are real.
    private static void preempt(MethodHandle polling) {
        boolean[] ran = new boolean[1];
        try (GoRuntime runtime = GoRuntime.builder().procs(1).build()) {
            runtime.run(() -> {
                go(() -> ran[0] = true);
                while (!ran[0]) {
                    call(polling);
                }
            });
        }
    }

    private static long call(MethodHandle loop) {
        try {
            return (long) loop.invokeExact();
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] classFile() throws Exception {
        try (InputStream in = Main.class.getResourceAsStream("Loops.class")) {
            return in.readAllBytes();
        }
    }

    /// A class of its own from these bytes.
    private static Class<?> define(byte[] bytes) {
        return new ClassLoader(Main.class.getClassLoader()) {
            Class<?> define() {
                return defineClass(null, bytes, 0, bytes.length);
            }
        }.define();
    }

    /// As the kernel loads a class of a cell.
    private static Class<?> linked(Weaver.Woven woven) {
        Class<?> loops = define(woven.bytes());
        try {
            Weaver.link(MethodHandles.privateLookupIn(loops, MethodHandles.lookup()), woven);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
        return loops;
    }

    private static MethodHandle in(Class<?> loops, String loop) throws Exception {
        return MethodHandles.publicLookup()
                .findStatic(loops, loop, MethodType.methodType(long.class));
    }
}
