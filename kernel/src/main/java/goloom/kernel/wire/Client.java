package goloom.kernel.wire;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/// The other side of the sockets: a front end, for training and tests. Used by one thread. TCP
/// only.
public final class Client implements AutoCloseable {
    private final ZContext context = new ZContext();
    private final Map<Wire.Channel, ZMQ.Socket> sockets = new EnumMap<>(Wire.Channel.class);
    private final Framing framing;

    /// Connects to a kernel.
    public Client(Connection c) {
        framing = new Framing(new Signer(c.key()));
        connect(c, Wire.Channel.SHELL, SocketType.DEALER, c.shellPort());
        connect(c, Wire.Channel.CONTROL, SocketType.DEALER, c.controlPort());
        connect(c, Wire.Channel.STDIN, SocketType.DEALER, c.stdinPort());
        connect(c, Wire.Channel.IOPUB, SocketType.SUB, c.iopubPort());
    }

    private void connect(Connection c, Wire.Channel channel, SocketType type, int port) {
        ZMQ.Socket socket = context.createSocket(type);
        socket.setHWM(0);
        socket.setLinger(0);
        if (type == SocketType.SUB) {
            socket.subscribe(new byte[0]);
        }
        socket.connect(c.transport() + "://" + c.ip() + ":" + port);
        sockets.put(channel, socket);
    }

    /// Sends a message.
    public void send(Wire.Channel channel, WireMessage message) {
        ZMQ.Socket socket = socket(channel);
        List<byte[]> frames = framing.encode(message);
        for (int i = 0; i < frames.size(); i++) {
            socket.send(frames.get(i), i + 1 < frames.size() ? ZMQ.SNDMORE : 0);
        }
    }

    /// The next message, or null if none comes in time, or if it is not signed well.
    public @Nullable WireMessage receive(Wire.Channel channel, int timeoutMs) {
        ZMQ.Socket socket = socket(channel);
        socket.setReceiveTimeOut(timeoutMs);
        byte[] frame = socket.recv();
        if (frame == null) {
            return null;
        }
        var frames = new ArrayList<byte[]>();
        frames.add(frame);
        while (socket.hasReceiveMore()) {
            frames.add(socket.recv());
        }
        return switch (framing.decode(frames)) {
            case Framing.Accepted(var message) -> message;
            case Framing.Refused _ -> null;
        };
    }

    private ZMQ.Socket socket(Wire.Channel channel) {
        return Objects.requireNonNull(sockets.get(channel));
    }

    @Override
    public void close() {
        context.close();
    }
}
