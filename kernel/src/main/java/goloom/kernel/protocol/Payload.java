package goloom.kernel.protocol;

import java.util.Map;

/// What a cell asks the front end to do.
public sealed interface Payload {
    /// The form on the wire.
    Map<String, Object> content();

    /// Show something in the pager.
    record Page(MimeBundle bundle) implements Payload {
        @Override
        public Map<String, Object> content() {
            return Map.of("source", "page", "data", bundle.withText().data(), "start", 0);
        }
    }

    /// Put text into the next cell, or into this one.
    record NextInput(String text, boolean replace) implements Payload {
        @Override
        public Map<String, Object> content() {
            return Map.of("source", "set_next_input", "text", text, "replace", replace);
        }
    }
}
