package goloom.bench.jox;

import static goloom.bench.VirtualThreads.start;

import com.softwaremill.jox.Channel;
import com.softwaremill.jox.ChannelClosed;
import com.softwaremill.jox.Select;
import goloom.bench.Check;
import goloom.bench.Memory;
import java.lang.ref.Reference;
import java.util.concurrent.CountDownLatch;

/// Virtual threads and Jox's channels.
final class Channels {
    private Channels() {}

    /// Two threads send n values to and fro on rendezvous channels: 2n messages.
    static void pingPong(int n) throws InterruptedException {
        Channel<Integer> ping = Channel.newRendezvousChannel();
        Channel<Integer> pong = Channel.newRendezvousChannel();
        start(() -> {
            while (ping.receiveOrClosed() instanceof Integer v) {
                pong.send(v);
            }
        });
        long sum = 0;
        for (int i = 0; i < n; i++) {
            ping.send(i);
            sum += pong.receive();
        }
        ping.done();
        Check.equal("ping-pong", sum, n * (n - 1L) / 2);
    }

    /// One thread sends n values to another through a buffer.
    static void buffered(int n, int capacity) throws InterruptedException {
        Channel<Integer> ch = Channel.newBufferedChannel(capacity);
        start(() -> {
            for (int i = 0; i < n; i++) {
                ch.send(i);
            }
            ch.done();
        });
        long sum = 0;
        while (ch.receiveOrClosed() instanceof Integer v) {
            sum += v;
        }
        Check.equal("buffered", sum, n * (n - 1L) / 2);
    }

    /// One thread hands n values out to workers, another collects their results: 2n messages,
    /// counted as n.
    static void fan(int n, int workers) throws InterruptedException {
        Channel<Integer> in = Channel.newRendezvousChannel();
        Channel<Integer> out = Channel.newRendezvousChannel();
        var done = new CountDownLatch(workers);
        for (int w = 0; w < workers; w++) {
            start(() -> {
                while (in.receiveOrClosed() instanceof Integer v) {
                    out.send(v + 1);
                }
                done.countDown();
            });
        }
        start(() -> {
            for (int i = 0; i < n; i++) {
                in.send(i);
            }
            in.done();
            done.await();
            out.done();
        });
        long sum = 0;
        while (out.receiveOrClosed() instanceof Integer v) {
            sum += v;
        }
        Check.equal("fan", sum, n * (n + 1L) / 2);
    }

    /// Receives n values from each of two senders with a select: 2n messages.
    static void select2(int n) throws InterruptedException {
        Channel<Integer> a = Channel.newRendezvousChannel();
        Channel<Integer> b = Channel.newRendezvousChannel();
        start(() -> sendAll(a, n));
        start(() -> sendAll(b, n));
        long sum = 0;
        for (int i = 0; i < 2 * n; i++) {
            sum += Select.select(a.receiveClause(), b.receiveClause());
        }
        Check.equal("select", sum, n * (n - 1L));
    }

    private static void sendAll(Channel<Integer> ch, int n) throws InterruptedException {
        for (int i = 0; i < n; i++) {
            ch.send(i);
        }
    }

    /// A token goes so many times around a ring of threads, each of which adds one.
    static void ring(int size, int rounds) throws InterruptedException {
        Channel<Integer> first = Channel.newRendezvousChannel();
        Channel<Integer> in = first;
        for (int i = 0; i < size - 1; i++) {
            Channel<Integer> from = in;
            Channel<Integer> to = Channel.newRendezvousChannel();
            start(() -> {
                while (from.receiveOrClosed() instanceof Integer v) {
                    to.send(v + 1);
                }
                to.done();
            });
            in = to;
        }
        int token = 0;
        for (int i = 0; i < rounds; i++) {
            first.send(token);
            token = in.receive() + 1;
        }
        first.done();
        Check.equal("closed", in.receiveOrClosed() instanceof ChannelClosed ? 1 : 0, 1);
        Check.equal("ring", token, (long) size * rounds);
    }

    /// Memory of n threads that wait for a channel.
    static void parked(int n) throws Exception {
        var memory = new Memory(n);
        Channel<Integer> stop = Channel.newRendezvousChannel();
        var ready = new CountDownLatch(n);
        for (int i = 0; i < n; i++) {
            start(() -> {
                ready.countDown();
                stop.receiveOrClosed();
            });
        }
        try {
            ready.await();
            memory.print();
        } finally {
            Reference.reachabilityFence(stop); // nor the threads that wait for it
        }
    }
}
