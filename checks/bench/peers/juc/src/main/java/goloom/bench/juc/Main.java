package goloom.bench.juc;

import goloom.bench.Scenarios;

/// What the JDK offers: queues, locks and latches of java.util.concurrent on its own virtual
/// threads. It has no select.
public final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
        new Scenarios()
                .add("ping-pong", 2 * 10_000, () -> Queues.pingPong(10_000))
                .add("buffered-64", 100_000, () -> Queues.buffered(100_000, 64))
                .add("buffered-1024", 100_000, () -> Queues.buffered(100_000, 1024))
                .add("fan-8", 10_000, () -> Queues.fan(10_000, 8))
                .add("ring-1000", 1000 * 50, () -> Queues.ring(1000, 50))
                .addLong("sieve-2000", () -> Sieve.run(17_389, 2000))
                .add("spawn-1e5", 100_000, () -> Threads.spawn(100_000))
                .add("spawn-1e6", 1_000_000, () -> Threads.spawn(1_000_000))
                .add("mutex-4", 4 * 100_000, () -> Threads.lock(100_000, 4))
                .add("gosched", 2 * 20_000, () -> Threads.takeTurns(20_000))
                .add("parked-bytes", (_, _) -> Parked.bytes(1_000_000))
                .add(
                        "kill-1e5",
                        (m, _) ->
                                m.repeat(1e6, () -> Parked.interrupt(100_000))
                                        .print("kill-1e5", "ms"))
                .mainInVirtualThread(args);
    }
}
