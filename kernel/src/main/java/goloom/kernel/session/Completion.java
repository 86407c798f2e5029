package goloom.kernel.session;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Completions.
///
/// @param start where the text that they replace begins
/// @param end where it ends
public record Completion(List<Match> matches, int start, int end) {

    /// One of them.
    ///
    /// @param type its kind, as front ends name them: `function`, `class`, `keyword`, `magic` ...
    /// @param signature for the list: `(int n)`
    public record Match(String text, @Nullable String type, @Nullable String signature) {}

    /// No completion at a position.
    public static Completion none(int at) {
        return new Completion(List.of(), at, at);
    }
}
