package goloom.kernel.protocol;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What became of one of the user expressions of an execute request.
public sealed interface Expression {
    /// The form on the wire.
    Map<String, @Nullable Object> content();

    /// Its value.
    record Value(MimeBundle bundle) implements Expression {
        @Override
        public Map<String, @Nullable Object> content() {
            return Map.of(
                    "status",
                    "ok",
                    "data",
                    bundle.withText().data(),
                    "metadata",
                    bundle.metadata());
        }
    }

    /// Why it has none.
    record Failed(ErrorReport error) implements Expression {
        @Override
        public Map<String, @Nullable Object> content() {
            return new Reply.Failed(error).content();
        }
    }
}
