package goloom.kernel;

import goloom.kernel.protocol.Protocol;
import goloom.kernel.session.Interpreter;
import goloom.kernel.session.Kernel;
import goloom.kernel.wire.Client;
import goloom.kernel.wire.Connection;
import goloom.kernel.wire.Wire;
import goloom.kernel.wire.WireMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A kernel and a front end in one process, which do what people do in their first minute. The JVM
/// keeps what was loaded for it in the AOT cache.
final class Training {
    private static final int ANSWER_MS = 60_000;

    private final Protocol protocol = new Protocol();
    private final Client client;

    private Training(Client client) {
        this.client = client;
    }

    static void run(Interpreter interpreter) throws IOException, InterruptedException {
        Connection connection = connection();
        Kernel kernel = Kernel.start(connection, interpreter);
        try (var client = new Client(connection)) {
            var training = new Training(client);
            training.ask(Wire.Channel.SHELL, "kernel_info_request", Map.of());
            training.ask(Wire.Channel.CONTROL, "kernel_info_request", Map.of());
            for (String cell : interpreter.trainingCells()) {
                training.type(cell);
            }
            training.ask(Wire.Channel.CONTROL, "interrupt_request", Map.of());
            training.ask(Wire.Channel.CONTROL, "shutdown_request", Map.of("restart", false));
        }
        kernel.awaitEnd();
    }

    private void type(String cell) {
        Map<String, @Nullable Object> typed = Map.of("code", cell, "cursor_pos", cell.length());
        ask(Wire.Channel.SHELL, "is_complete_request", Map.of("code", cell));
        ask(Wire.Channel.SHELL, "complete_request", typed);
        ask(Wire.Channel.SHELL, "inspect_request", typed);
        ask(
                Wire.Channel.SHELL,
                "execute_request",
                Map.of("code", cell, "allow_stdin", false, "stop_on_error", false));
        while (client.receive(Wire.Channel.IOPUB, 0) != null) {
            // What it published is not looked at, but it was made and sent.
        }
    }

    private void ask(Wire.Channel channel, String type, Map<String, @Nullable Object> content) {
        client.send(channel, protocol.request(type, content));
        WireMessage answer = client.receive(channel, ANSWER_MS);
        if (answer == null) {
            throw new IllegalStateException(type + " got no answer");
        }
    }

    private static Connection connection() throws IOException {
        List<Integer> ports = freePorts(5);
        return new Connection(
                "tcp",
                "127.0.0.1",
                ports.get(0),
                ports.get(1),
                ports.get(2),
                ports.get(3),
                ports.get(4),
                UUID.randomUUID().toString(),
                "hmac-sha256");
    }

    private static List<Integer> freePorts(int n) throws IOException {
        var sockets = new ArrayList<ServerSocket>();
        var ports = new ArrayList<Integer>();
        for (int i = 0; i < n; i++) {
            var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            sockets.add(socket);
            ports.add(socket.getLocalPort());
        }
        for (ServerSocket s : sockets) {
            s.close();
        }
        return ports;
    }
}
