package goloom.timeline;

import java.util.Map;

/// What a front end is given to show: a text for each MIME type, and facts about it.
///
/// @param data `text/html` and `text/plain`; nothing else, because other types hide these two in
///   some front ends, or break the export to PDF
public record MimeBundle(Map<String, String> data, Map<String, Object> metadata) {
    public MimeBundle {
        data = Map.copyOf(data);
        metadata = Map.copyOf(metadata);
    }
}
