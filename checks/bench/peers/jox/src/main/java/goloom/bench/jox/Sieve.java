package goloom.bench.jox;

import static goloom.bench.VirtualThreads.start;

import com.softwaremill.jox.Channel;
import com.softwaremill.jox.ChannelClosed;
import goloom.bench.Check;

/// The prime sieve: a thread for each prime filters its multiples out. None outlives the
/// repetition.
final class Sieve {
    private Sieve() {}

    static void run(int last, int primes) throws InterruptedException {
        Channel<Integer> numbers = Channel.newRendezvousChannel();
        start(() -> {
            for (int i = 2; i <= last; i++) {
                numbers.send(i);
            }
            numbers.done();
        });
        Channel<Integer> in = numbers;
        int prime = 0;
        for (int i = 0; i < primes; i++) {
            int p = in.receive();
            Channel<Integer> from = in;
            Channel<Integer> to = Channel.newRendezvousChannel();
            start(() -> filter(from, to, p));
            in = to;
            prime = p;
        }
        Check.equal("closed", in.receiveOrClosed() instanceof ChannelClosed ? 1 : 0, 1);
        Check.equal("sieve", prime, last);
    }

    private static void filter(Channel<Integer> in, Channel<Integer> out, int prime)
            throws InterruptedException {
        while (in.receiveOrClosed() instanceof Integer i) {
            if (i % prime != 0) {
                out.send(i);
            }
        }
        out.done();
    }
}
