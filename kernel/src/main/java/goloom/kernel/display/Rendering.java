package goloom.kernel.display;

import goloom.kernel.protocol.MimeBundle;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.DisplayDataRenderable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How values are shown. In this order: what is a bundle already; what a library has taught us;
/// then tables, pictures, and text for everything.
///
/// Runs code of the learner (`toString`, renderers), so it belongs on the cell's goroutine.
public final class Rendering {
    private static final LibraryRenderer RENDERER = new LibraryRenderer();

    private Rendering() {}

    /// The result of a cell; text stands in quotes, as in Java. Null if there is nothing to show:
    /// the value is what `display` has just returned.
    public static @Nullable MimeBundle result(@Nullable Object value) {
        return switch (value) {
            case String s when Display.isId(s) -> null;
            case String s -> MimeBundle.text(quoted(s, '"'));
            case Character c -> MimeBundle.text(quoted(c.toString(), '\''));
            case null -> of(null);
            case Object o -> of(o);
        };
    }

    /// A value as a result, in one line of at most so many characters.
    public static String line(@Nullable Object value, int most) {
        MimeBundle bundle = result(value);
        String text = bundle == null ? "null" : bundle.text().replaceAll("\\s*\\n\\s*", " ");
        return text.length() <= most ? text : text.substring(0, most - 3) + "...";
    }

    /// What `display` shows.
    public static MimeBundle of(@Nullable Object value) {
        if (value == null) {
            return MimeBundle.text("null");
        }
        if (value instanceof Number || value instanceof Boolean) {
            return MimeBundle.text(Text.of(value));
        }
        MimeBundle bundle = rich(value);
        return bundle == null ? MimeBundle.text(Text.of(value)) : bundle;
    }

    /// In certain forms, by the renderers of libraries.
    static MimeBundle as(@Nullable Object value, String... mimeTypes) {
        if (value == null) {
            return MimeBundle.text("null");
        }
        if (value instanceof CharSequence text) {
            MimeBundle bundle = new MimeBundle(Map.of(), Map.of(), Map.of());
            for (String mime : mimeTypes) {
                bundle = bundle.with(mime, text.toString());
            }
            return bundle.data().containsKey("text/plain")
                    ? bundle
                    : bundle.with("text/plain", text.toString());
        }
        return LibraryData.bundle(RENDERER.renderAs(value, mimeTypes));
    }

    static LibraryRenderer renderer() {
        return RENDERER;
    }

    private static @Nullable MimeBundle rich(Object value) {
        if (value instanceof MimeBundle bundle) {
            return bundle;
        }
        if (value instanceof DisplayData data) {
            return LibraryData.bundle(data);
        }
        if (value instanceof DisplayDataRenderable || RENDERER.knows(value)) {
            return LibraryData.bundle(RENDERER.render(value));
        }
        Table table = Tables.of(value);
        if (table != null) {
            return table.bundle();
        }
        return isPicture(value) ? Pixels.of((java.awt.image.RenderedImage) value) : null;
    }

    /// By name, so that java.desktop is loaded only by those who draw.
    private static boolean isPicture(Object value) {
        for (Class<?> c = value.getClass(); c != null; c = c.getSuperclass()) {
            for (Class<?> i : c.getInterfaces()) {
                if (i.getName().startsWith("java.awt.image.")) {
                    return value instanceof java.awt.image.RenderedImage;
                }
            }
        }
        return false;
    }

    /// As a literal of Java.
    static String quoted(String text, char quote) {
        String s =
                text.replace("\\", "\\\\")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                        .replace("\t", "\\t")
                        .replace(String.valueOf(quote), "\\" + quote);
        return quote + s + quote;
    }
}
