package goloom.kernel.session;

import goloom.kernel.log.Log;
import goloom.kernel.protocol.Origin;
import goloom.kernel.protocol.Publication;
import goloom.kernel.protocol.Request;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Comms: channels between a piece of front end and a piece of kernel. A front end that asks for a
/// target nobody has registered gets its comm closed. Safe for many threads.
public final class Comms {

    /// What a kernel offers under a name.
    public interface Target {
        /// A front end has opened a comm. It gets nothing before this has returned.
        ///
        /// @return what handles messages on it
        Handler opened(Comm comm, Map<String, @Nullable Object> data);
    }

    /// Handles a comm's messages.
    public interface Handler {
        /// A message has come.
        void received(Map<String, @Nullable Object> data, List<byte[]> buffers);

        /// The front end has closed it.
        default void closed(Map<String, @Nullable Object> data) {}
    }

    /// An open comm.
    public final class Comm {
        private final String id;
        private final String target;
        private volatile Handler handler = (_, _) -> {};

        private Comm(String id, String target) {
            this.id = id;
            this.target = target;
        }

        /// Its name, unique in all the kernel.
        public String id() {
            return id;
        }

        /// Sends a message to the front ends.
        public void send(Map<String, @Nullable Object> data, List<byte[]> buffers) {
            publish(new Publication.CommMessage(id, data, buffers));
        }

        /// Closes it.
        public void close(Map<String, @Nullable Object> data) {
            if (open.remove(id) != null) {
                publish(new Publication.CommClose(id, data));
            }
        }
    }

    private static final ScopedValue<Origin> CAUSE = ScopedValue.newInstance();

    private final BiConsumer<@Nullable Origin, Publication> front;
    private final Map<String, Target> targets = new ConcurrentHashMap<>();
    private final Map<String, Comm> open = new ConcurrentHashMap<>();

    Comms(BiConsumer<@Nullable Origin, Publication> front) {
        this.front = front;
    }

    /// Offers a target; replaces one of the same name.
    public void register(String name, Target target) {
        targets.put(name, target);
    }

    /// Opens a comm from this side.
    public Comm open(String target, Map<String, @Nullable Object> data, Handler handler) {
        var comm = new Comm(UUID.randomUUID().toString(), target);
        comm.handler = handler;
        open.put(comm.id, comm);
        publish(new Publication.CommOpen(comm.id, target, data));
        return comm;
    }

    /// Handles an event; what it publishes belongs to the message that caused it.
    void on(Origin cause, Runnable event) {
        ScopedValue.where(CAUSE, cause).run(event);
    }

    private void publish(Publication p) {
        front.accept(CAUSE.isBound() ? CAUSE.get() : null, p);
    }

    void opened(Request.CommOpen r) {
        Target target = targets.get(r.target());
        if (target == null) {
            Log.note("comm for unknown target " + r.target() + " closed");
            publish(new Publication.CommClose(r.id(), Map.of()));
            return;
        }
        var comm = new Comm(r.id(), r.target());
        open.put(r.id(), comm);
        comm.handler = target.opened(comm, r.data());
    }

    void received(Request.CommMessage r) {
        Comm comm = open.get(r.id());
        if (comm == null) {
            Log.note("message for unknown comm " + r.id() + " ignored");
        } else {
            comm.handler.received(r.data(), r.buffers());
        }
    }

    void closed(Request.CommClose r) {
        Comm comm = open.remove(r.id());
        if (comm != null) {
            comm.handler.closed(r.data());
        }
    }

    /// The open ones of a target, or all: id to target.
    Map<String, String> list(@Nullable String target) {
        var found = new TreeMap<String, String>();
        open.values().stream()
                .filter(c -> target == null || c.target.equals(target))
                .forEach(c -> found.put(c.id, c.target));
        return found;
    }
}
