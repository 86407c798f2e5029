package goloom.kernel.display;

import goloom.kernel.protocol.Json;
import goloom.kernel.protocol.MalformedMessage;
import goloom.kernel.protocol.MimeBundle;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// From `DisplayData`, the bundle of libraries for Java kernels, to ours. It was written to be read
/// by a JSON library, so its maps are private: they are read by reflection.
final class LibraryData {
    private static final Field DATA = field("data");
    private static final Field METADATA = field("metadata");
    private static final Field TRANSIENT = field("transientData");

    private LibraryData() {}

    private static Field field(String name) {
        try {
            Field f = DisplayData.class.getDeclaredField(name);
            f.setAccessible(true);
            return f;
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("another version of jupyter-jvm-basekernel", e);
        }
    }

    static MimeBundle bundle(DisplayData d) {
        var bundle = new MimeBundle(Map.of(), map(METADATA, d), map(TRANSIENT, d));
        for (Map.Entry<String, @Nullable Object> e : map(DATA, d).entrySet()) {
            bundle = bundle.with(e.getKey(), value(e.getKey(), e.getValue()));
        }
        return bundle;
    }

    private static Map<String, @Nullable Object> map(Field field, DisplayData d) {
        try {
            @SuppressWarnings("unchecked") // The fields are declared so.
            var map = (Map<String, @Nullable Object>) field.get(d);
            return map == null ? Map.of() : map;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The protocol wants JSON as JSON; libraries give its text, or Gson's tree, whose text it is.
    private static @Nullable Object value(String mime, @Nullable Object value) {
        if (value == null || !(mime.equals("application/json") || mime.endsWith("+json"))) {
            return value;
        }
        try {
            return Json.read(value.toString().getBytes(StandardCharsets.UTF_8));
        } catch (MalformedMessage _) {
            return value;
        }
    }
}
