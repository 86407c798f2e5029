package goloom.timeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// The script of the living picture: the modules in `viewer/`, as one, without comments and spaces.
final class Viewer {
    /// It is part of every picture, so it must stay small.
    static final int MOST_BYTES = 16 * 1024;

    private static final List<String> MODULES = List.of("data", "model", "axis", "view", "main");
    private static final String SCRIPT = script();

    private Viewer() {}

    /// What stands in the script element.
    static String text() {
        return SCRIPT;
    }

    private static String script() {
        StringBuilder all = new StringBuilder();
        for (String m : MODULES) {
            String s = read(m + ".mjs");
            s = s.replaceAll("(?m)^import [^;]*;\n", "");
            all.append(s.replaceAll("(?m)^export ", ""));
        }
        all.append("start(root).catch((e) => console.warn('goloom', e));\n");
        return "((root)=>{"
                + Shrink.script(all.toString())
                + "})(document.currentScript.closest('.gv'))";
    }

    private static String read(String name) {
        try (InputStream in =
                Objects.requireNonNull(Viewer.class.getResourceAsStream("viewer/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
