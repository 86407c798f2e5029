package goloom.bench.goloom;

import static goloom.runtime.Go.*;

import goloom.bench.Check;
import goloom.runtime.Chan;
import goloom.runtime.WaitGroup;

/// Goroutines and channels. The same as channels.go.
final class Channels {
    private Channels() {}

    /// Two goroutines send n values to and fro on unbuffered channels: 2n messages.
    static void pingPong(int n) {
        var ping = chan(int.class);
        var pong = chan(int.class);
        go(() -> {
            for (int v : ping) {
                pong.send(v);
            }
        });
        long sum = 0;
        for (int i = 0; i < n; i++) {
            ping.send(i);
            sum += pong.recv();
        }
        ping.close();
        Check.equal("ping-pong", sum, n * (n - 1L) / 2);
    }

    /// One goroutine sends n values to another through a buffer.
    static void buffered(int n, int capacity) {
        var ch = chan(int.class, capacity);
        go(() -> {
            for (int i = 0; i < n; i++) {
                ch.send(i);
            }
            ch.close();
        });
        long sum = 0;
        for (int v : ch) {
            sum += v;
        }
        Check.equal("buffered", sum, n * (n - 1L) / 2);
    }

    /// One goroutine hands n values out to workers, another collects their results: 2n messages,
    /// counted as n.
    static void fan(int n, int workers) {
        var in = chan(int.class);
        var out = chan(int.class);
        var wg = new WaitGroup();
        for (int w = 0; w < workers; w++) {
            wg.go(() -> {
                for (int v : in) {
                    out.send(v + 1);
                }
            });
        }
        go(() -> {
            for (int i = 0; i < n; i++) {
                in.send(i);
            }
            in.close();
            wg.await();
            out.close();
        });
        long sum = 0;
        for (int v : out) {
            sum += v;
        }
        Check.equal("fan", sum, n * (n + 1L) / 2);
    }

    /// Receives n values from each of two senders with a select: 2n messages.
    static void select2(int n) {
        var a = chan(int.class);
        var b = chan(int.class);
        go(Channels::sendAll, a, n);
        go(Channels::sendAll, b, n);
        long sum = 0;
        for (int i = 0; i < 2 * n; i++) {
            var fromA = onRecv(a);
            var fromB = onRecv(b);
            sum +=
                    switch (select(fromA, fromB)) {
                        case 0 -> fromA.value();
                        default -> fromB.value();
                    };
        }
        Check.equal("select", sum, n * (n - 1L));
    }

    private static void sendAll(Chan<Integer> ch, int n) {
        for (int i = 0; i < n; i++) {
            ch.send(i);
        }
    }

    /// A token goes so many times around a ring of goroutines, each of which adds one.
    static void ring(int size, int rounds) {
        Chan<Integer> first = chan(int.class);
        Chan<Integer> in = first;
        for (int i = 0; i < size - 1; i++) {
            Chan<Integer> out = chan(int.class);
            go(Channels::addOne, in, out);
            in = out;
        }
        int token = 0;
        for (int i = 0; i < rounds; i++) {
            first.send(token);
            token = in.recv() + 1;
        }
        first.close();
        in.recv(); // closed by the last one
        Check.equal("ring", token, (long) size * rounds);
    }

    private static void addOne(Chan<Integer> in, Chan<Integer> out) {
        for (int v : in) {
            out.send(v + 1);
        }
        out.close();
    }
}
