package goloom.kernel.session;

import goloom.kernel.log.Log;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// The files for output that is too long to show. They live as long as the kernel.
final class OutputFiles {
    private OutputFiles() {}

    private static Path directory() {
        return Path.of(
                System.getProperty("java.io.tmpdir"),
                "goloom-output-" + ProcessHandle.current().pid());
    }

    static Path create(String name) throws IOException {
        return Files.createDirectories(directory()).resolve(name);
    }

    static void deleteAll() {
        if (!Files.isDirectory(directory())) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory())) {
            for (Path f : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(f);
            }
        } catch (IOException e) {
            Log.note("output files", e);
        }
    }
}
