package goloom.kernel.wire;

/// Where the sockets are and how messages are signed: what the connection file says.
///
/// @param transport `tcp` or `ipc`
/// @param ip for tcp an address, for ipc the first part of the sockets' file names
/// @param key the secret; empty: messages are not signed
/// @param scheme `hmac-sha256`
public record Connection(
        String transport,
        String ip,
        int shellPort,
        int controlPort,
        int stdinPort,
        int iopubPort,
        int heartbeatPort,
        String key,
        String scheme) {

    /// Says what is wrong with a connection that cannot be used.
    public Connection {
        if (!transport.equals("tcp") && !transport.equals("ipc")) {
            throw new IllegalArgumentException(
                    "connection file: want transport tcp or ipc, got \"" + transport + '"');
        }
        if (!key.isEmpty() && !scheme.equals("hmac-sha256")) {
            throw new IllegalArgumentException(
                    "connection file: want signature_scheme hmac-sha256, got \"" + scheme + '"');
        }
    }

    boolean isIpc() {
        return transport.equals("ipc");
    }
}
