package goloom.bench.goloom;

import static goloom.runtime.Go.*;

import goloom.bench.Check;
import goloom.runtime.Chan;

/// The prime sieve: a goroutine for each prime filters its multiples out. When the numbers end, at
/// the last prime that is wanted, each filter closes its channel, so that none outlives the
/// repetition.
final class Sieve {
    private Sieve() {}

    static void run(int last, int primes) {
        Chan<Integer> ch = chan(int.class);
        go(Sieve::numbers, ch, last);
        int prime = 0;
        for (int i = 0; i < primes; i++) {
            prime = ch.recv();
            Chan<Integer> out = chan(int.class);
            go(Sieve::filter, ch, out, prime);
            ch = out;
        }
        for (int v : ch) {
            Check.equal("a number after the last prime", v, 0);
        }
        Check.equal("sieve", prime, last);
    }

    private static void numbers(Chan<Integer> out, int last) {
        for (int i = 2; i <= last; i++) {
            out.send(i);
        }
        out.close();
    }

    private static void filter(Chan<Integer> in, Chan<Integer> out, int prime) {
        for (int i : in) {
            if (i % prime != 0) {
                out.send(i);
            }
        }
        out.close();
    }
}
