package goloom.bench.juc;

import static goloom.bench.VirtualThreads.start;
import static goloom.bench.juc.Queues.END;

import goloom.bench.Check;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;

/// The prime sieve: a thread for each prime filters its multiples out. None outlives the
/// repetition.
final class Sieve {
    private Sieve() {}

    static void run(int last, int primes) throws InterruptedException {
        BlockingQueue<Integer> numbers = new SynchronousQueue<>();
        start(() -> {
            for (int i = 2; i <= last; i++) {
                numbers.put(i);
            }
            numbers.put(END);
        });
        BlockingQueue<Integer> in = numbers;
        int prime = 0;
        for (int i = 0; i < primes; i++) {
            int p = in.take();
            BlockingQueue<Integer> from = in;
            BlockingQueue<Integer> to = new SynchronousQueue<>();
            start(() -> filter(from, to, p));
            in = to;
            prime = p;
        }
        Check.equal("the end", in.take(), END);
        Check.equal("sieve", prime, last);
    }

    private static void filter(BlockingQueue<Integer> in, BlockingQueue<Integer> out, int prime)
            throws InterruptedException {
        for (int i = in.take(); i != END; i = in.take()) {
            if (i % prime != 0) {
                out.put(i);
            }
        }
        out.put(END);
    }
}
