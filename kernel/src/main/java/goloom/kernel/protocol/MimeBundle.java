package goloom.kernel.protocol;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One thing in several forms: MIME type to text, or to JSON as plain Java. Immutable.
///
/// @param transientData what notebooks do not save, such as the display id
public record MimeBundle(
        Map<String, @Nullable Object> data,
        Map<String, @Nullable Object> metadata,
        Map<String, @Nullable Object> transientData) {
    private static final String TEXT = "text/plain";
    private static final String DISPLAY_ID = "display_id";

    /// Copies the maps.
    public MimeBundle(
            Map<String, @Nullable Object> data,
            Map<String, @Nullable Object> metadata,
            Map<String, @Nullable Object> transientData) {
        this.data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
        this.metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        this.transientData = Collections.unmodifiableMap(new LinkedHashMap<>(transientData));
    }

    /// A bundle with text alone.
    public static MimeBundle text(String text) {
        return of(TEXT, text);
    }

    /// A bundle with one form.
    public static MimeBundle of(String mime, @Nullable Object value) {
        return new MimeBundle(Map.of(), Map.of(), Map.of()).with(mime, value);
    }

    /// With one more form, in place of what there was of this type.
    public MimeBundle with(String mime, @Nullable Object value) {
        return new MimeBundle(plus(data, mime, value), metadata, transientData);
    }

    /// With metadata, such as the width of a picture.
    public MimeBundle withMetadata(String mime, @Nullable Object value) {
        return new MimeBundle(data, plus(metadata, mime, value), transientData);
    }

    /// With a name by which it can be updated.
    public MimeBundle withDisplayId(String id) {
        return new MimeBundle(data, metadata, plus(transientData, DISPLAY_ID, id));
    }

    /// The name by which it can be updated, or null.
    public @Nullable String displayId() {
        return transientData.get(DISPLAY_ID) instanceof String id ? id : null;
    }

    /// Its text form; never empty. Consoles, graders and diffs see nothing else.
    public String text() {
        if (data.get(TEXT) instanceof String s && !s.isEmpty()) {
            return s;
        }
        return data.isEmpty() ? "<nothing>" : "<" + data.keySet().iterator().next() + ">";
    }

    MimeBundle withText() {
        return with(TEXT, text());
    }

    private static Map<String, @Nullable Object> plus(
            Map<String, @Nullable Object> map, String key, @Nullable Object value) {
        var copy = new LinkedHashMap<String, @Nullable Object>(map);
        copy.put(key, value);
        return copy;
    }
}
