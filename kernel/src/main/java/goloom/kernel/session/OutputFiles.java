package goloom.kernel.session;

import goloom.kernel.log.Log;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The files for output that is too long to show. They live as long as the kernel; those of kernels
/// that were killed go when the next kernel needs files.
final class OutputFiles {
    private static final String PREFIX = "goloom-output-";

    private OutputFiles() {}

    private static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    private static Path directory() {
        return temporary().resolve(PREFIX + ProcessHandle.current().pid());
    }

    static Path create(String name) throws IOException {
        if (!Files.isDirectory(directory())) {
            deleteOfDeadKernels();
        }
        return Files.createDirectories(directory()).resolve(name);
    }

    static void deleteAll() {
        delete(directory());
    }

    private static void deleteOfDeadKernels() throws IOException {
        List<Path> all;
        try (Stream<Path> entries = Files.list(temporary())) {
            all = entries.filter(OutputFiles::isOfDeadKernel).toList();
        }
        all.forEach(OutputFiles::delete);
    }

    private static boolean isOfDeadKernel(Path directory) {
        String name = directory.getFileName().toString();
        if (!name.matches(PREFIX + "[0-9]{1,18}")) {
            return false;
        }
        long pid = Long.parseLong(name.substring(PREFIX.length()));
        return ProcessHandle.of(pid).isEmpty();
    }

    private static void delete(Path directory) {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path f : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(f);
            }
        } catch (IOException e) {
            Log.note("output files", e);
        }
    }
}
