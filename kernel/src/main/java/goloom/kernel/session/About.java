package goloom.kernel.session;

import goloom.kernel.protocol.Reply;
import goloom.kernel.wire.Connection;
import java.util.ArrayList;
import java.util.List;

/// What the kernel says about itself.
final class About {
    private final Connection connection;
    private final Interpreter interpreter;

    About(Connection connection, Interpreter interpreter) {
        this.connection = connection;
        this.interpreter = interpreter;
    }

    boolean hasSubshells() {
        return interpreter.runsCellsAtOnce();
    }

    Reply kernelInfo() {
        List<String> features = new ArrayList<>();
        if (interpreter.debugger() != null) {
            features.add("debugger");
        }
        if (hasSubshells()) {
            features.add("kernel subshells");
        }
        return new Reply.KernelInfo(version(), interpreter.language(), features);
    }

    Reply connection() {
        return new Reply.Connected(
                connection.shellPort(),
                connection.controlPort(),
                connection.stdinPort(),
                connection.iopubPort(),
                connection.heartbeatPort());
    }

    /// From the jar's manifest; classes outside a jar have none.
    private static String version() {
        String version = About.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }
}
