package goloom.kernel.wire;

import goloom.kernel.log.Log;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/// Serves a Unix domain socket by passing its bytes to and from a local TCP port.
final class IpcRelay {
    private static final int BUFFER = 64 * 1024;

    private final Path file;
    private final ServerSocketChannel server;
    private final InetSocketAddress target;

    private IpcRelay(Path file, ServerSocketChannel server, InetSocketAddress target) {
        this.file = file;
        this.server = server;
        this.target = target;
    }

    static IpcRelay open(Path file, int port) throws IOException {
        Files.deleteIfExists(file);
        var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(file));
        var target = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        var relay = new IpcRelay(file, server, target);
        daemon("accept", relay::accept);
        return relay;
    }

    private static void daemon(String what, Runnable body) {
        Thread t = new Thread(body, "jupyter-ipc-" + what);
        t.setDaemon(true);
        t.start();
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                SocketChannel client = server.accept();
                SocketChannel socket = SocketChannel.open(target);
                socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
                daemon("in", () -> copy(client, socket));
                daemon("out", () -> copy(socket, client));
            } catch (IOException e) {
                Log.note("ipc", e);
            }
        }
    }

    /// Copies until either side ends, then ends both.
    private static void copy(ByteChannel from, ByteChannel to) {
        try (from;
                to) {
            var buffer = ByteBuffer.allocate(BUFFER);
            while (from.read(buffer) >= 0) {
                buffer.flip();
                while (buffer.hasRemaining()) {
                    to.write(buffer);
                }
                buffer.clear();
            }
        } catch (IOException e) {
            Log.note("ipc connection ended", e);
        }
    }

    void close() {
        try {
            server.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            Log.note("ipc", e);
        }
    }
}
