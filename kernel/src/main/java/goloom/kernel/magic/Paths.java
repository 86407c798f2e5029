package goloom.kernel.magic;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Files that magics name.
final class Paths {
    private Paths() {}

    /// The file of a name; `~` is the user's home.
    static Path of(String name) {
        return Path.of(expanded(name));
    }

    private static String expanded(String name) {
        boolean home = name.equals("~") || name.startsWith("~/");
        return home ? System.getProperty("user.home", "") + name.substring(1) : name;
    }

    /// A jar or a folder of classes; the jars of a folder; or what fits a pattern such as
    /// `lib/*.jar`.
    static List<Path> find(String word) throws IOException {
        String name = expanded(word);
        int star = name.indexOf('*');
        if (star >= 0) {
            PathMatcher fits = FileSystems.getDefault().getPathMatcher("glob:" + name);
            return files(
                    Path.of(name.substring(0, name.lastIndexOf('/', star) + 1)), fits::matches);
        }
        Path path = Path.of(name);
        if (!Files.isDirectory(path)) {
            return Files.exists(path) ? List.of(path) : List.of();
        }
        List<Path> jars = files(path, p -> p.toString().endsWith(".jar"));
        return jars.isEmpty() ? List.of(path) : jars;
    }

    private static List<Path> files(Path folder, java.util.function.Predicate<Path> wanted)
            throws IOException {
        if (!Files.isDirectory(folder.toString().isEmpty() ? Path.of(".") : folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(wanted).sorted().toList();
        }
    }

    /// Folders, and files with one of these endings, that begin with `prefix`.
    static List<String> completions(String prefix, String... endings) {
        String folder = prefix.substring(0, prefix.lastIndexOf('/') + 1);
        try (Stream<Path> all = Files.list(of(folder.isEmpty() ? "." : folder))) {
            return all.map(p -> completion(folder, p, endings))
                    .filter(java.util.Objects::nonNull)
                    .sorted()
                    .toList();
        } catch (IOException | RuntimeException e) {
            return List.of();
        }
    }

    private static @Nullable String completion(String folder, Path p, String[] endings) {
        String name = p.getFileName().toString();
        if (Files.isDirectory(p)) {
            return name.startsWith(".") ? null : folder + name + "/";
        }
        return Stream.of(endings).anyMatch(name::endsWith) ? folder + name : null;
    }
}
