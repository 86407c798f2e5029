package goloom.kernel.protocol;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Beginnings of contents; the maps are open for more.
final class Contents {
    private Contents() {}

    static Map<String, @Nullable Object> ok() {
        return withStatus("ok");
    }

    static Map<String, @Nullable Object> withStatus(String status) {
        var c = new LinkedHashMap<String, @Nullable Object>();
        c.put("status", status);
        return c;
    }

    static Map<String, @Nullable Object> error(ErrorReport error) {
        var c = new LinkedHashMap<String, @Nullable Object>();
        c.put("ename", error.name());
        c.put("evalue", error.value());
        c.put("traceback", error.traceback());
        return c;
    }

    static Map<String, @Nullable Object> bundle(MimeBundle bundle) {
        var c = new LinkedHashMap<String, @Nullable Object>();
        c.put("data", bundle.withText().data());
        c.put("metadata", bundle.metadata());
        c.put("transient", bundle.transientData());
        return c;
    }
}
