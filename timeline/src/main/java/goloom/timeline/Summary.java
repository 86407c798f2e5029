package goloom.timeline;

import java.util.List;

/// What the picture says in words.
///
/// @param sentence one sentence with the figures
/// @param trouble what went wrong, in one sentence; "" if nothing did
/// @param notes what else a reader must know: who goes on, what is not drawn
public record Summary(String sentence, String trouble, List<String> notes) {
    public Summary {
        notes = List.copyOf(notes);
    }
}
