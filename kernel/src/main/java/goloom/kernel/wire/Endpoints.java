package goloom.kernel.wire;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.zeromq.ZMQ;

/// Binds sockets to what the connection file names: TCP ports, or files for ipc. JeroMQ's own ipc
/// is TCP in disguise, which no other ZeroMQ understands, so files are served by an [IpcRelay].
final class Endpoints {
    private static final String LOOPBACK = "tcp://127.0.0.1";

    private final Connection connection;
    private final List<IpcRelay> relays = new ArrayList<>();

    private Endpoints(Connection connection) {
        this.connection = connection;
    }

    static Endpoints of(Connection connection) {
        return new Endpoints(connection);
    }

    void bind(ZMQ.Socket socket, int port) throws IOException {
        if (connection.isIpc()) {
            int local = socket.bindToRandomPort(LOOPBACK);
            relays.add(IpcRelay.open(Path.of(connection.ip() + "-" + port), local));
        } else {
            String ip = connection.ip();
            boolean v6 = ip.indexOf(':') >= 0;
            socket.setIPv6(v6);
            socket.bind("tcp://" + (v6 ? "[" + ip + "]" : ip) + ":" + port);
        }
    }

    void close() {
        relays.forEach(IpcRelay::close);
    }
}
