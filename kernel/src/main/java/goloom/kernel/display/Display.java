package goloom.kernel.display;

import goloom.kernel.protocol.MimeBundle;
import goloom.kernel.session.OutputRouter;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What cells call to show things. Every method may be called by any goroutine or thread: what it
/// shows goes under the cell that the thread belongs to.
///
/// ```java
/// display(html("<b>42</b>"));
/// String id = display("working ...");
/// updateDisplay(id, "done");
/// ```
public final class Display {
    private static volatile @Nullable String lastId;

    private Display() {}

    /// Shows a value.
    ///
    /// @return a name under which [#updateDisplay(String, Object)] finds it
    public static String display(@Nullable Object value) {
        return show(Rendering.of(value));
    }

    /// Shows a value in certain forms, such as `text/html`, and as text.
    public static String display(@Nullable Object value, String... mimeTypes) {
        return show(Rendering.as(value, mimeTypes));
    }

    private static String show(MimeBundle bundle) {
        String own = bundle.displayId();
        // A new object, by which isId knows it.
        String id = new String(own == null ? UUID.randomUUID().toString() : own);
        OutputRouter.current().display(bundle.withDisplayId(id));
        lastId = id;
        return id;
    }

    /// Shows another value in place of one that was displayed.
    public static void updateDisplay(String id, @Nullable Object value) {
        OutputRouter.current().updateDisplay(Rendering.of(value).withDisplayId(id));
    }

    /// See [#updateDisplay(String, Object)] and [#display(Object, String...)].
    public static void updateDisplay(String id, @Nullable Object value, String... mimeTypes) {
        OutputRouter.current().updateDisplay(Rendering.as(value, mimeTypes).withDisplayId(id));
    }

    /// Removes what the cell has shown so far.
    public static void clearOutput() {
        OutputRouter.current().clear(false);
    }

    /// Removes what the cell has shown so far as soon as it shows something new: without flicker.
    public static void clearOutputLater() {
        OutputRouter.current().clear(true);
    }

    /// HTML.
    public static MimeBundle html(String html) {
        return withText(MimeBundle.of("text/html", html), Html.toText(html));
    }

    /// Markdown.
    public static MimeBundle markdown(String markdown) {
        return withText(MimeBundle.of("text/markdown", markdown), markdown);
    }

    /// LaTeX, with its dollars.
    public static MimeBundle latex(String latex) {
        return withText(MimeBundle.of("text/latex", latex), latex);
    }

    /// A formula in LaTeX, without dollars.
    public static MimeBundle math(String formula) {
        return withText(MimeBundle.of("text/latex", "$$" + formula + "$$"), formula);
    }

    /// A drawing.
    public static MimeBundle svg(String svg) {
        return withText(MimeBundle.of("image/svg+xml", svg), "drawing (SVG)");
    }

    /// A picture.
    public static MimeBundle png(byte[] png) {
        String base64 = Base64.getEncoder().encodeToString(png);
        return withText(MimeBundle.of("image/png", base64), "picture (PNG)");
    }

    /// A picture in a file.
    public static MimeBundle png(Path file) throws IOException {
        return withText(png(Files.readAllBytes(file)), "picture " + file.getFileName());
    }

    /// JSON, from maps, lists, strings, numbers and booleans.
    public static MimeBundle json(@Nullable Object value) {
        return withText(MimeBundle.of("application/json", value), Text.of(value));
    }

    private static MimeBundle withText(MimeBundle bundle, String text) {
        return bundle.with("text/plain", text);
    }

    /// The renderer that libraries for Java kernels register with.
    public static Renderer renderer() {
        return Rendering.renderer();
    }

    /// True for the object that `display` returned last: as the value of a cell it is not shown.
    static boolean isId(String value) {
        return value == lastId;
    }
}
