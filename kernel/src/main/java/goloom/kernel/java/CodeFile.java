package goloom.kernel.java;

import goloom.kernel.magic.MagicException;
import goloom.kernel.protocol.Json;
import goloom.kernel.protocol.MalformedMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// A file with code for cells: Java, or a notebook, of which the code cells count.
final class CodeFile {
    private CodeFile() {}

    static String read(String name, Path file) throws MagicException {
        try {
            return name.endsWith(".ipynb")
                    ? notebook(Json.object(Files.readAllBytes(file)))
                    : Files.readString(file);
        } catch (IOException | MalformedMessage e) {
            throw new MagicException("%load: \"" + name + "\" cannot be read: " + e.getMessage());
        }
    }

    private static String notebook(Map<String, @Nullable Object> notebook) {
        StringJoiner code = new StringJoiner("\n");
        for (Object cell : list(notebook.get("cells"))) {
            if (cell instanceof Map<?, ?> c && "code".equals(c.get("cell_type"))) {
                StringBuilder source = new StringBuilder();
                list(c.get("source")).forEach(source::append);
                code.add(source);
            }
        }
        return code.toString();
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> all ? all : value == null ? List.of() : List.of(value);
    }
}
