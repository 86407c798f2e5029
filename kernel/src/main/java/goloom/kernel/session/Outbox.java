package goloom.kernel.session;

import goloom.kernel.protocol.Origin;
import goloom.kernel.protocol.Protocol;
import goloom.kernel.protocol.Publication;
import goloom.kernel.protocol.Publication.State;
import goloom.kernel.protocol.Reply;
import goloom.kernel.wire.Wire;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Everything that goes to the front ends. Safe for many threads; never blocks.
///
/// Each request is answered between `busy` and `idle`. Front ends show the last of these that they
/// saw, so when a request has been answered beside a running cell, the cell says `busy` again. A
/// debugger looks at the variables again whenever a cell says something, so after a request of the
/// debugger nobody in particular says `busy`.
final class Outbox {
    private final Wire wire;
    private final Protocol protocol;
    private final Set<Origin> running = new LinkedHashSet<>(); // guarded by this

    Outbox(Wire wire, Protocol protocol) {
        this.wire = wire;
        this.protocol = protocol;
    }

    void publish(@Nullable Origin origin, Publication p) {
        wire.send(Wire.Channel.IOPUB, protocol.publication(origin, p));
    }

    void reply(Call call, Reply reply) {
        reply(call, reply, Map.of());
    }

    void reply(Call call, Reply reply, Map<String, @Nullable Object> metadata) {
        wire.send(call.channel(), protocol.reply(call.origin(), reply, metadata));
    }

    void busy(Origin origin) {
        publish(origin, new Publication.Status(State.BUSY));
    }

    synchronized void idle(Origin origin) {
        publish(origin, new Publication.Status(State.IDLE));
        if (!origin.type().equals("debug_request")) {
            running.forEach(this::busy);
        } else if (!running.isEmpty()) {
            publish(null, new Publication.Status(State.BUSY));
        }
    }

    synchronized void cellBusy(Origin cell) {
        running.add(cell);
        busy(cell);
    }

    synchronized void cellIdle(Origin cell) {
        running.remove(cell);
        idle(cell);
    }
}
