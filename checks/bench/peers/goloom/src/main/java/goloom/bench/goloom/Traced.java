package goloom.bench.goloom;

import goloom.bench.Measure;
import goloom.runtime.GoRuntime;
import goloom.runtime.Outcome;
import goloom.trace.Ending;

/// Ping-pong without and with the trace. Starting and stopping it is not measured.
final class Traced {
    private static final long MOST_EVENTS = 1_000_000;

    private Traced() {}

    static void offOn(Measure m, int procs, int n) throws Exception {
        try (GoRuntime runtime = GoRuntime.builder().procs(procs).endsWithMain(false).build()) {
            m.repeat(2 * n, () -> once(runtime, n)).print("trace-off", "ns");
            m.repeat(
                            2 * n,
                            () -> {
                                runtime.startTrace(MOST_EVENTS);
                                try {
                                    return once(runtime, n);
                                } finally {
                                    runtime.stopTrace(Ending.returned());
                                }
                            })
                    .print("trace-on", "ns");
        }
    }

    private static long once(GoRuntime runtime, int n) {
        long[] took = new long[1];
        Outcome outcome = runtime.run(() -> took[0] = Measure.timed(() -> Channels.pingPong(n)));
        if (!(outcome instanceof Outcome.Returned)) {
            throw new AssertionError(outcome.report());
        }
        return took[0];
    }
}
