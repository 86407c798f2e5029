package goloom.bench.jox;

import goloom.bench.Scenarios;

/// Jox: channels with select for Java's own virtual threads. What needs no channel is the JDK's:
/// see the peer juc.
public final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
        new Scenarios()
                .add("ping-pong", 2 * 10_000, () -> Channels.pingPong(10_000))
                .add("buffered-64", 100_000, () -> Channels.buffered(100_000, 64))
                .add("buffered-1024", 100_000, () -> Channels.buffered(100_000, 1024))
                .add("fan-8", 10_000, () -> Channels.fan(10_000, 8))
                .add("select-2", 2 * 10_000, () -> Channels.select2(10_000))
                .add("ring-1000", 1000 * 50, () -> Channels.ring(1000, 50))
                .addLong("sieve-2000", () -> Sieve.run(17_389, 2000))
                .add("parked-bytes", (_, _) -> Channels.parked(1_000_000))
                .mainInVirtualThread(args);
    }
}
