package goloom.kernel.wire;

import goloom.kernel.log.Log;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/// The five sockets of a kernel, bound and served. Messages with a wrong signature or shape are
/// noted in the log and dropped.
///
/// Nothing is dropped on the way out: the sockets have no high-water mark, so that neither output
/// nor the `idle` behind it is lost. What bounds them is the output budget of a cell.
public final class Wire {
    private static final int LINGER_MS = 150;

    /// The sockets that carry messages.
    public enum Channel {
        SHELL,
        CONTROL,
        STDIN,
        IOPUB
    }

    /// Gets what arrives, on the thread of the socket: it must not block.
    public interface Listener {
        /// A message on shell, control or stdin.
        void received(Channel channel, WireMessage message);

        /// A new subscriber of iopub. Gives what it is sent before anything else.
        WireMessage subscribed(byte[] topic);
    }

    private final ZContext context = new ZContext();
    private final Map<Channel, SocketThread> threads = new EnumMap<>(Channel.class);
    private final SocketThread heartbeat;
    private final Endpoints endpoints;
    private final Framing framing;
    private @Nullable Listener listener; // set before the threads start

    /// Binds the sockets. Messages may be sent; nothing moves before [#start].
    public Wire(Connection connection) throws IOException {
        framing = new Framing(new Signer(connection.key()));
        endpoints = Endpoints.of(connection);
        context.setUncaughtExceptionHandler((t, e) -> Log.note(t.getName() + " ended", e));
        context.setNotificationExceptionHandler((t, e) -> Log.note(t.getName(), e));
        context.setThreadFactor((loop, name) -> Immortal.thread("jupyter-" + name, loop));
        route(Channel.SHELL, SocketType.ROUTER, connection.shellPort());
        route(Channel.CONTROL, SocketType.ROUTER, connection.controlPort());
        route(Channel.STDIN, SocketType.ROUTER, connection.stdinPort());
        ZMQ.Socket iopub = bind(SocketType.XPUB, connection.iopubPort());
        threads.put(
                Channel.IOPUB,
                new SocketThread("iopub", iopub, frames -> subscription(iopub, frames)));
        // A ROUTER answers like a REP, but has no state in which it could get stuck.
        ZMQ.Socket echo = bind(SocketType.ROUTER, connection.heartbeatPort());
        heartbeat = new SocketThread("heartbeat", echo, this::echo);
    }

    private void route(Channel channel, SocketType type, int port) throws IOException {
        ZMQ.Socket socket = bind(type, port);
        Consumer<List<byte[]>> handler = frames -> received(channel, frames);
        threads.put(
                channel,
                new SocketThread(channel.name().toLowerCase(Locale.ROOT), socket, handler));
    }

    private ZMQ.Socket bind(SocketType type, int port) throws IOException {
        ZMQ.Socket socket = context.createSocket(type);
        socket.setHWM(0);
        socket.setLinger(LINGER_MS);
        if (type == SocketType.XPUB) {
            // A subscription counts from when we say so, in [#subscription]: then nothing is
            // sent to a new subscriber before its welcome.
            socket.setXpubManual(true);
        }
        if (type == SocketType.ROUTER) {
            // A client that connects again under its name gets the answers.
            socket.setRouterHandover(true);
        }
        endpoints.bind(socket, port);
        return socket;
    }

    /// Starts sending, and receiving for `listener`.
    public void start(Listener listener) {
        this.listener = listener;
        threads.values().forEach(SocketThread::start);
        heartbeat.start();
    }

    /// Sends a message, from any thread, without blocking.
    public void send(Channel channel, WireMessage message) {
        thread(channel).send(framing.encode(message));
    }

    /// Runs a task on the channel's thread, after all messages that have arrived there.
    public void execute(Channel channel, Runnable task) {
        thread(channel).execute(task);
    }

    private SocketThread thread(Channel channel) {
        SocketThread t = threads.get(channel);
        if (t == null) {
            throw new IllegalStateException("no socket for " + channel);
        }
        return t;
    }

    private void received(Channel channel, List<byte[]> frames) {
        switch (framing.decode(frames)) {
            case Framing.Accepted(var message) -> listener().received(channel, message);
            case Framing.Refused(var why) -> Log.note("message on " + channel + " ignored: " + why);
        }
    }

    /// The first byte of the event says what it is, the others are the topic. JeroMQ's manual mode
    /// wants the topic with such a byte in front, which it skips.
    private void subscription(ZMQ.Socket iopub, List<byte[]> frames) {
        byte[] event = frames.getFirst();
        if (event.length == 0) {
            return;
        }
        if (event[0] == 1) {
            iopub.subscribe(event);
            byte[] topic = Arrays.copyOfRange(event, 1, event.length);
            thread(Channel.IOPUB).sendNow(framing.encode(listener().subscribed(topic)));
        } else if (event[0] == 0) {
            iopub.unsubscribe(event);
        }
    }

    private Listener listener() {
        return Objects.requireNonNull(listener);
    }

    private void echo(List<byte[]> frames) {
        heartbeat.send(frames);
    }

    /// Sends what is queued, then closes. Takes at most about a third of a second.
    public void close() throws InterruptedException {
        var all = new ArrayList<>(threads.values());
        all.add(heartbeat);
        all.forEach(SocketThread::stop);
        for (SocketThread t : all) {
            t.join(LINGER_MS);
        }
        // In a process without memory this may never return.
        Thread closing = Immortal.thread("jupyter-close", context::close);
        closing.start();
        closing.join(2 * LINGER_MS);
        endpoints.close();
    }
}
