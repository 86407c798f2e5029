package goloom.kernel.wire;

import goloom.kernel.log.Log;
import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.zeromq.ZMQ;

/*
 * Invariants:
 *   Only this thread touches its socket: ZeroMQ sockets are not thread-safe.
 *   Other threads put work into a queue and wake the selector. They never block, and an interrupt of
 *   theirs closes nothing, as it would close a pipe or an inproc socket they wrote to.
 *   The thread ends by stop() alone, not by anything a handler throws.
 *
 * ZeroMQ signals commands, not messages, through the socket's channel. So before each wait the socket
 * is read until it has nothing more, and once more after every send, which takes commands too.
 */
final class SocketThread {
    private static final int PAUSE_AFTER_FAILURE_MS = 20;

    private final ZMQ.Socket socket;
    private final Consumer<List<byte[]>> handler;
    private final Selector selector;
    private final Queue<List<byte[]>> outgoing = new ConcurrentLinkedQueue<>();
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private volatile boolean stopping;

    SocketThread(String name, ZMQ.Socket socket, Consumer<List<byte[]>> handler)
            throws IOException {
        this.socket = socket;
        this.handler = handler;
        selector = Selector.open();
        SelectableChannel signals = socket.getFD();
        signals.register(selector, SelectionKey.OP_READ);
        thread = Immortal.thread("jupyter-" + name, this::run);
    }

    void start() {
        thread.start();
    }

    /// Sends frames after all that were given before.
    void send(List<byte[]> frames) {
        outgoing.add(frames);
        selector.wakeup();
    }

    /// Sends frames before all that is queued. By this thread only, in a handler.
    void sendNow(List<byte[]> frames) {
        int last = frames.size() - 1;
        for (int i = 0; i <= last; i++) {
            if (!socket.send(frames.get(i), i < last ? ZMQ.SNDMORE : 0)) {
                Log.note("message not sent, error " + socket.errno());
                return;
            }
        }
    }

    /// Runs a task on this thread, after all messages that have arrived have been handled.
    void execute(Runnable task) {
        tasks.add(task);
        selector.wakeup();
    }

    /// Sends what is queued, closes the socket and ends.
    void stop() {
        stopping = true;
        selector.wakeup();
    }

    void join(long millis) throws InterruptedException {
        thread.join(millis);
    }

    private void run() {
        while (true) {
            try {
                boolean received = receive();
                boolean ran = runTasks();
                boolean sent = flush();
                boolean idle = !received && !ran && !sent;
                if (idle && stopping) {
                    break;
                }
                if (idle) {
                    selector.select(_ -> {});
                    // An interrupt would make every further select return at once.
                    var _ = Thread.interrupted();
                }
            } catch (Throwable e) {
                Reserve.releaseOn(e);
                Log.note("socket thread", e);
                pause();
            }
        }
        socket.close();
    }

    private boolean receive() {
        boolean any = false;
        for (byte[] frame; (frame = socket.recv(ZMQ.DONTWAIT)) != null; any = true) {
            var frames = new ArrayList<byte[]>(8);
            frames.add(frame);
            while (socket.hasReceiveMore()) {
                frames.add(socket.recv(0));
            }
            try {
                handler.accept(frames);
            } catch (Throwable e) {
                Reserve.releaseOn(e);
                Log.note("message ignored", e);
            }
        }
        return any;
    }

    private boolean runTasks() {
        boolean any = false;
        for (Runnable task; (task = tasks.poll()) != null; any = true) {
            // Messages may have come while the task before ran.
            receive();
            try {
                task.run();
            } catch (Throwable e) {
                Log.note("task", e);
            }
        }
        return any;
    }

    private boolean flush() {
        boolean any = false;
        for (List<byte[]> frames; (frames = outgoing.poll()) != null; any = true) {
            sendNow(frames);
        }
        return any;
    }

    /// So that a failure that repeats does not use up a processor.
    private void pause() {
        try {
            selector.select(_ -> {}, PAUSE_AFTER_FAILURE_MS);
        } catch (IOException e) {
            Log.note("selector", e);
        }
    }
}
