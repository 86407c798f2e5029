package goloom.runtime;

import goloom.runtime.internal.Hchan;
import org.jspecify.annotations.Nullable;

/// A channel without values: `chan struct{}`. Used to tell that something has happened, often by
/// [#close], which tells everybody.
public final class Signal extends Chan<Signal.Empty> {
    /// The only value: `struct{}{}`.
    public enum Empty {
        EMPTY;

        @Override
        public String toString() {
            return "{}";
        }
    }

    Signal(@Nullable Hchan h) {
        super(h, Empty.EMPTY, null);
    }

    /// Sends: `done <- struct{}{}`. Blocks as [Chan#send] does.
    public void send() {
        send(Empty.EMPTY);
    }

    @Override
    String typeName() {
        return "chan struct {}";
    }
}
