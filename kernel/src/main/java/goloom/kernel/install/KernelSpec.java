package goloom.kernel.install;

import goloom.kernel.protocol.Json;
import goloom.kernel.protocol.Protocol;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A directory that tells Jupyter how to run this kernel: `kernel.json`, the jar, logos, and the
/// AOT cache.
final class KernelSpec {
    private static final List<String> LOGOS =
            List.of("logo-32x32.png", "logo-64x64.png", "logo-svg.svg");

    private final Path directory;

    KernelSpec(Path directory) {
        this.directory = directory;
    }

    Path directory() {
        return directory;
    }

    Path jar() {
        return directory.resolve("goloom-kernel.jar");
    }

    Path cache() {
        return directory.resolve("goloom-kernel.aot");
    }

    /// True if this directory holds a kernelspec that this class has written.
    boolean isOurs() {
        return Files.isRegularFile(jar()) && Files.isRegularFile(file());
    }

    private Path file() {
        return directory.resolve("kernel.json");
    }

    void copyJar(Path from) throws IOException {
        Files.createDirectories(directory);
        if (!Files.exists(jar()) || !Files.isSameFile(from, jar())) {
            Files.copy(from, jar(), StandardCopyOption.REPLACE_EXISTING);
        }
        CellsJar.write(jar());
        for (String logo : LOGOS) {
            try (InputStream in = KernelSpec.class.getResourceAsStream(logo)) {
                if (in == null) {
                    throw new IOException("this jar lacks " + logo);
                }
                Files.copy(in, directory.resolve(logo), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /// Writes `kernel.json`.
    ///
    /// @param cache the AOT cache, or null if there is none
    void write(Path java, String displayName, @Nullable Path cache) throws IOException {
        var argv = new ArrayList<String>();
        argv.add(java.toString());
        argv.addAll(JvmFlags.running(cache));
        argv.addAll(List.of("-jar", jar().toString(), "{connection_file}"));
        var spec = new LinkedHashMap<String, Object>();
        spec.put("argv", argv);
        spec.put("display_name", displayName);
        spec.put("language", "java");
        spec.put("interrupt_mode", "message");
        spec.put("kernel_protocol_version", Protocol.VERSION);
        spec.put("env", Map.of());
        spec.put("metadata", Map.of("debugger", true));
        Files.write(file(), Json.pretty(spec));
    }

    void delete() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path f : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(f);
            }
        }
    }
}
