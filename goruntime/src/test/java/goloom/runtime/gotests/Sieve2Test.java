package goloom.runtime.gotests;

import static goloom.runtime.Go.*;
import static org.assertj.core.api.Assertions.assertThat;

import goloom.runtime.Chan;
import goloom.runtime.TestProgram;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.junit.jupiter.api.Test;

/// Go: test/chan/sieve2.go: primes by merging the odd multiples of those found so far, with
/// buffered channels in a loop.
final class Sieve2Test {
    private static final class Multiples {
        final Chan<Integer> ch;
        int head;

        Multiples(Chan<Integer> ch) {
            this.ch = ch;
            this.head = ch.recv();
        }
    }

    private static Chan<Integer> from(int first, int step, int buffer) {
        Chan<Integer> out = chan(int.class, buffer);
        go(() -> {
            for (int n = first; ; n += step) {
                out.send(n);
            }
        });
        return out;
    }

    /// Everything that comes in goes out, and the sender never waits for long.
    private static Chan<Integer> unbounded(Chan<Integer> out) {
        Chan<Integer> in = chan(int.class, 10);
        go(() -> {
            var queue = new java.util.ArrayDeque<Integer>();
            for (; ; ) {
                var get = onRecv(in);
                Integer head = queue.peek();
                if (head == null) {
                    queue.add(in.recv());
                } else if (select(get, onSend(out, head)) == 0) {
                    queue.add(get.value());
                } else {
                    queue.remove();
                }
            }
        });
        return in;
    }

    private static Chan<Integer> primes() {
        Chan<Integer> out = chan(int.class, 10);
        out.send(2);
        out.send(3);
        Chan<Integer> composites = chan(int.class, 50);
        Chan<Integer> found = chan(int.class, 10);
        found.send(3);
        go(() -> merge(found, composites));
        go(() -> {
            Chan<Integer> back = unbounded(found);
            Chan<Integer> candidates = from(5, 2, 50);
            int p = candidates.recv();
            for (; ; ) {
                int c = composites.recv();
                for (; p < c; p = candidates.recv()) {
                    back.send(p);
                    out.send(p);
                }
                if (p == c) {
                    p = candidates.recv();
                }
            }
        });
        return out;
    }

    /// Sends every odd composite number once, in order. Those below the square of the next prime
    /// are known before that prime is.
    private static void merge(Chan<Integer> found, Chan<Integer> composites) {
        var heap = new PriorityQueue<Multiples>(Comparator.comparingInt((Multiples m) -> m.head));
        for (int prime : found) {
            heap.add(new Multiples(from(prime * prime, 2 * prime, 10)));
            int sent = 0;
            while (sent != prime * prime) {
                sent = heap.peek().head;
                composites.send(sent);
                while (heap.peek().head == sent) {
                    Multiples least = heap.remove();
                    least.head = least.ch.recv();
                    heap.add(least);
                }
            }
        }
    }

    @Test
    void primes_come_out_in_order() {
        TestProgram.run(
                        _ -> {
                            Chan<Integer> primes = primes();
                            for (int want :
                                    new int[] {
                                        2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53,
                                        59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103
                                    }) {
                                assertThat(primes.recv()).isEqualTo(want);
                            }
                        })
                .ok();
    }
}
