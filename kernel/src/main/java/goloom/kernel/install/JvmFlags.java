package goloom.kernel.install;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The flags of the kernel's JVM: the one place that lists them. What the jar's manifest can say
/// (`Add-Opens`, `Enable-Native-Access`) is there.
public final class JvmFlags {
    private static final List<String> ALWAYS =
            List.of(
                    // Threads: goroutines are virtual threads by the hundred thousand.
                    "-Djdk.trackAllThreads=false",
                    // Memory: half of the machine or container, and the collector that needs least.
                    "-XX:MaxRAMPercentage=50",
                    "-Xms48m", // else 1/64 of the machine is touched before the first collection
                    "-XX:+UseSerialGC",
                    "-XX:+UseCompactObjectHeaders",
                    // Start: no shared-memory file, no words about a cache that does not fit.
                    "-XX:-UsePerfData",
                    "-Xlog:disable");

    private JvmFlags() {}

    /// The flags to run with.
    ///
    /// @param cache the AOT cache, or null if there is none
    static List<String> running(@Nullable Path cache) {
        var flags = new ArrayList<>(ALWAYS);
        if (cache != null) {
            flags.add("-XX:AOTCache=" + cache);
        }
        return flags;
    }

    /// The flags of the run that makes an AOT cache. All others must be those of [#running], or the
    /// JVM refuses the cache.
    static List<String> training(Path cache) {
        var flags = new ArrayList<>(ALWAYS);
        flags.add("-XX:AOTCacheOutput=" + cache);
        return flags;
    }
}
