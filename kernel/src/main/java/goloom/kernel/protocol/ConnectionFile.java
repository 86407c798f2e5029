package goloom.kernel.protocol;

import goloom.kernel.wire.Connection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The file by which Jupyter tells a kernel its sockets and its key.
public final class ConnectionFile {
    private ConnectionFile() {}

    /// Reads it.
    ///
    /// @throws MalformedMessage if something is missing; the message says what
    public static Connection read(Path file) throws IOException {
        return parse(Files.readAllBytes(file));
    }

    static Connection parse(byte[] json) {
        var f = new Fields("connection file", Json.object(json));
        return new Connection(
                f.string("transport"),
                f.string("ip"),
                port(f, "shell_port"),
                port(f, "control_port"),
                port(f, "stdin_port"),
                port(f, "iopub_port"),
                port(f, "hb_port"),
                f.string("key"),
                f.string("signature_scheme"));
    }

    private static int port(Fields f, String name) {
        Integer port = f.numberOrNull(name);
        if (port == null) {
            throw new MalformedMessage("connection file: \"" + name + "\" is missing");
        }
        return port;
    }
}
