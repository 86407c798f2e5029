package goloom.bench.goloom;

import goloom.bench.Measure;
import goloom.bench.Scenarios;
import goloom.runtime.GoBody;
import goloom.runtime.GoRuntime;
import goloom.runtime.Outcome;

/// Goloom's side of the benchmark.
public final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
        Scenarios s = new Scenarios();
        add(s, "ping-pong", 2 * 10_000, () -> Channels.pingPong(10_000));
        add(s, "buffered-64", 100_000, () -> Channels.buffered(100_000, 64));
        add(s, "buffered-1024", 100_000, () -> Channels.buffered(100_000, 1024));
        add(s, "fan-8", 10_000, () -> Channels.fan(10_000, 8));
        add(s, "select-2", 2 * 10_000, () -> Channels.select2(10_000));
        add(s, "ring-1000", 1000 * 50, () -> Channels.ring(1000, 50));
        add(s, "spawn-1e5", 100_000, () -> Goroutines.spawn(100_000));
        add(s, "spawn-1e6", 1_000_000, () -> Goroutines.spawn(1_000_000));
        add(s, "mutex-4", 4 * 100_000, () -> Goroutines.mutex(100_000, 4));
        add(s, "gosched", 2 * 20_000, () -> Goroutines.takeTurns(20_000));
        s.add(
                "sieve-2000",
                (m, procs) ->
                        inRuntime(
                                procs,
                                () ->
                                        m.time(1_000_000, () -> Sieve.run(17_389, 2000))
                                                .print("sieve-2000", "ms")));
        s.add("parked-bytes", (_, procs) -> inRuntime(procs, () -> Parked.bytes(1_000_000)));
        s.add("trace", (m, procs) -> Traced.offOn(m, procs, 10_000));
        s.add("handoff", Handoff::run);
        s.add(
                "kill-1e5",
                (m, procs) ->
                        m.repeat(1e6, () -> Parked.interrupt(procs, 100_000))
                                .print("kill-1e5", "ms"));
        s.main(args);
    }

    private static void add(Scenarios s, String name, int ops, Measure.Repetition repetition) {
        s.add(
                name,
                (m, procs) -> inRuntime(procs, () -> m.time(ops, repetition).print(name, "ns")));
    }

    /// Runs `body` as the main goroutine of a program.
    static void inRuntime(int procs, GoBody body) {
        try (GoRuntime runtime = GoRuntime.builder().procs(procs).build()) {
            Outcome outcome = runtime.run(body);
            if (!(outcome instanceof Outcome.Returned)) {
                System.err.println(outcome.report());
                System.exit(1);
            }
        }
    }
}
