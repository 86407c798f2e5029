package goloom.bench.floor;

import goloom.bench.Check;
import goloom.bench.Memory;
import goloom.bench.Scenarios;
import java.io.IOException;

/// What the scenarios take at least on the JDK's virtual threads: see [Fiber] and [Channel]. The
/// same programs as Goloom's, on one OS thread whatever the number of Ps.
public final class Main {
    private static int running; // goroutines of the repetition

    private Main() {}

    public static void main(String[] args) throws Exception {
        Thread.setDefaultUncaughtExceptionHandler((_, e) -> {
            System.err.println(e.getMessage());
            Runtime.getRuntime().halt(1);
        });
        Scenarios s = new Scenarios();
        add(s, "ping-pong", "ns", 2 * 10_000, () -> pingPong(10_000));
        add(s, "buffered-64", "ns", 100_000, () -> buffered(100_000, 64));
        add(s, "buffered-1024", "ns", 100_000, () -> buffered(100_000, 1024));
        add(s, "fan-8", "ns", 10_000, () -> fan(10_000, 8));
        add(s, "ring-1000", "ns", 1000 * 50, () -> ring(1000, 50));
        add(s, "sieve-2000", "ms", 1_000_000, () -> sieve(17_389, 2000));
        add(s, "spawn-1e5", "ns", 100_000, () -> spawn(100_000));
        add(s, "spawn-1e6", "ns", 1_000_000, () -> spawn(1_000_000));
        add(s, "gosched", "ns", 2 * 20_000, () -> takeTurns(20_000));
        s.add("parked-bytes", (_, _) -> parked(1_000_000));
        s.main(args);
    }

    private static void add(Scenarios s, String name, String unit, int ops, Runnable main) {
        s.add(name, (m, _) -> m.time(ops, () -> Fiber.run(main)).print(name, unit));
    }

    private static void pingPong(int n) {
        var ping = new Channel(0);
        var pong = new Channel(0);
        Fiber.start(() -> {
            for (Object v = ping.recv(); v != null; v = ping.recv()) {
                pong.send((int) v);
            }
        });
        long sum = 0;
        for (int i = 0; i < n; i++) {
            ping.send(i);
            sum += received(pong);
        }
        ping.close();
        Check.equal("ping-pong", sum, n * (n - 1L) / 2);
    }

    private static void buffered(int n, int capacity) {
        var ch = new Channel(capacity);
        Fiber.start(() -> {
            for (int i = 0; i < n; i++) {
                ch.send(i);
            }
            ch.close();
        });
        Check.equal("buffered", sum(ch), n * (n - 1L) / 2);
    }

    private static void fan(int n, int workers) {
        var in = new Channel(0);
        var out = new Channel(0);
        running = workers;
        for (int w = 0; w < workers; w++) {
            Fiber.start(() -> {
                for (Object v = in.recv(); v != null; v = in.recv()) {
                    out.send((int) v + 1);
                }
                if (--running == 0) {
                    out.close();
                }
            });
        }
        Fiber.start(() -> {
            for (int i = 0; i < n; i++) {
                in.send(i);
            }
            in.close();
        });
        Check.equal("fan", sum(out), n * (n + 1L) / 2);
    }

    private static void ring(int size, int rounds) {
        Channel first = new Channel(0);
        Channel last = first;
        for (int i = 0; i < size - 1; i++) {
            last = oneMore(last);
        }
        int token = 0;
        for (int i = 0; i < rounds; i++) {
            first.send(token);
            token = received(last) + 1;
        }
        first.close();
        Check.equal("ring", token, (long) size * rounds);
    }

    private static Channel oneMore(Channel in) {
        Channel out = new Channel(0);
        Fiber.start(() -> {
            for (Object v = in.recv(); v != null; v = in.recv()) {
                out.send((int) v + 1);
            }
            out.close();
        });
        return out;
    }

    private static void sieve(int last, int primes) {
        Channel numbers = new Channel(0);
        Fiber.start(() -> {
            for (int i = 2; i <= last; i++) {
                numbers.send(i);
            }
            numbers.close();
        });
        Channel ch = numbers;
        int prime = 0;
        for (int i = 0; i < primes; i++) {
            prime = received(ch);
            ch = filtered(ch, prime);
        }
        Check.equal("the sum of the numbers after the last prime", sum(ch), 0);
        Check.equal("sieve", prime, last);
    }

    private static Channel filtered(Channel in, int prime) {
        Channel out = new Channel(0);
        Fiber.start(() -> {
            for (Object v = in.recv(); v != null; v = in.recv()) {
                int i = (int) v; // boxed anew, as in Goloom's program
                if (i % prime != 0) {
                    out.send(i);
                }
            }
            out.close();
        });
        return out;
    }

    private static void spawn(int n) {
        running = n;
        Fiber main = Fiber.current();
        for (int i = 0; i < n; i++) {
            Fiber.start(() -> {
                if (--running == 0) {
                    main.wake();
                }
            });
        }
        main.await();
    }

    private static void takeTurns(int n) {
        for (int f = 0; f < 2; f++) {
            Fiber.start(() -> {
                for (int i = 0; i < n; i++) {
                    Thread.yield();
                }
            });
        }
    }

    /// Memory of n that wait for a channel.
    private static void parked(int n) throws IOException {
        var memory = new Memory(n);
        var never = new Channel(0);
        Fiber.run(() -> {
            for (int i = 0; i < n; i++) {
                Fiber.start(never::recv);
            }
        });
        memory.print();
        never.close();
    }

    private static int received(Channel ch) {
        Object v = ch.recv();
        if (v == null) {
            throw new AssertionError("closed");
        }
        return (int) v;
    }

    private static long sum(Channel ch) {
        long sum = 0;
        for (Object v = ch.recv(); v != null; v = ch.recv()) {
            sum += (int) v;
        }
        return sum;
    }
}
