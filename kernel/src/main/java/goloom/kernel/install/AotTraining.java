package goloom.kernel.install;

import goloom.kernel.log.Log;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Runs a kernel once with a few cells, so that the JVM keeps its classes, linked and profiled, in
/// a cache. The flags must be those of later runs; see [JvmFlags].
final class AotTraining {
    private static final long LONGEST_SECONDS = 180;

    private final Path java;
    private final Path jar;
    private final Path cache;

    AotTraining(Path java, Path jar, Path cache) {
        this.java = java;
        this.jar = jar;
        this.cache = cache;
    }

    /// Makes the cache, or returns null: a kernel without a cache only starts slower.
    @Nullable Path run() throws IOException, InterruptedException {
        Files.deleteIfExists(cache);
        var command = new ArrayList<String>();
        command.add(java.toString());
        command.addAll(JvmFlags.training(cache));
        command.addAll(List.of("-jar", jar.toString(), "train"));
        var builder = new ProcessBuilder(command);
        builder.environment().put("GOLOOM_HISTORY", "off");
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        Process training = builder.start();
        if (!training.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            Log.note("training takes too long");
            training.destroyForcibly().waitFor();
        }
        if (training.exitValue() == 0 && Files.isRegularFile(cache)) {
            return cache;
        }
        Log.note("training ended with " + training.exitValue());
        Files.deleteIfExists(cache);
        return null;
    }
}
