package goloom.kernel.session;

import goloom.kernel.protocol.Request;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What answers the Debug Adapter Protocol, on a thread of its own, **while cells run**.
public interface Debugger {
    /// Answers a request, whatever it is.
    Answer answer(Request.Debug request);

    /// An answer, and the events that come with it.
    ///
    /// @param message what is wrong; null: it succeeded
    record Answer(
            @Nullable String message, Map<String, @Nullable Object> body, List<Event> events) {
        /// It succeeded.
        public static Answer of(Map<String, @Nullable Object> body) {
            return new Answer(null, body, List.of());
        }

        /// It failed.
        public static Answer refused(String message) {
            return new Answer(message, Map.of(), List.of());
        }

        /// With an event.
        public Answer with(String event, Map<String, @Nullable Object> eventBody) {
            return new Answer(message, body, List.of(new Event(event, eventBody)));
        }
    }

    /// Something that happened.
    record Event(String name, Map<String, @Nullable Object> body) {}
}
