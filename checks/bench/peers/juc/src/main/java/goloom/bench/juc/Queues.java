package goloom.bench.juc;

import static goloom.bench.VirtualThreads.start;

import goloom.bench.Check;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;

/// Virtual threads and queues. A queue cannot be closed: END is its last element.
final class Queues {
    static final int END = -1;

    private Queues() {}

    /// Two threads send n values to and fro: 2n messages.
    static void pingPong(int n) throws InterruptedException {
        var ping = new SynchronousQueue<Integer>();
        var pong = new SynchronousQueue<Integer>();
        start(() -> {
            for (int v = ping.take(); v != END; v = ping.take()) {
                pong.put(v);
            }
        });
        long sum = 0;
        for (int i = 0; i < n; i++) {
            ping.put(i);
            sum += pong.take();
        }
        ping.put(END);
        Check.equal("ping-pong", sum, n * (n - 1L) / 2);
    }

    /// One thread sends n values to another through a buffer.
    static void buffered(int n, int capacity) throws InterruptedException {
        var queue = new ArrayBlockingQueue<Integer>(capacity);
        start(() -> {
            for (int i = 0; i < n; i++) {
                queue.put(i);
            }
            queue.put(END);
        });
        long sum = 0;
        for (int v = queue.take(); v != END; v = queue.take()) {
            sum += v;
        }
        Check.equal("buffered", sum, n * (n - 1L) / 2);
    }

    /// One thread hands n values out to workers, another collects their results: 2n messages,
    /// counted as n.
    static void fan(int n, int workers) throws InterruptedException {
        var in = new SynchronousQueue<Integer>();
        var out = new SynchronousQueue<Integer>();
        var done = new CountDownLatch(workers);
        for (int w = 0; w < workers; w++) {
            start(() -> {
                for (int v = in.take(); v != END; v = in.take()) {
                    out.put(v + 1);
                }
                done.countDown();
            });
        }
        start(() -> {
            for (int i = 0; i < n; i++) {
                in.put(i);
            }
            for (int w = 0; w < workers; w++) {
                in.put(END);
            }
            done.await();
            out.put(END);
        });
        long sum = 0;
        for (int v = out.take(); v != END; v = out.take()) {
            sum += v;
        }
        Check.equal("fan", sum, n * (n + 1L) / 2);
    }

    /// A token goes so many times around a ring of threads, each of which adds one.
    static void ring(int size, int rounds) throws InterruptedException {
        BlockingQueue<Integer> first = new SynchronousQueue<>();
        BlockingQueue<Integer> in = first;
        for (int i = 0; i < size - 1; i++) {
            BlockingQueue<Integer> from = in;
            BlockingQueue<Integer> to = new SynchronousQueue<>();
            start(() -> {
                for (int v = from.take(); v != END; v = from.take()) {
                    to.put(v + 1);
                }
                to.put(END);
            });
            in = to;
        }
        int token = 0;
        for (int i = 0; i < rounds; i++) {
            first.put(token);
            token = in.take() + 1;
        }
        first.put(END);
        Check.equal("the end", in.take(), END);
        Check.equal("ring", token, (long) size * rounds);
    }
}
