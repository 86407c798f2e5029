package goloom.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a number of things that live cost: made between the constructor and [#print].
public final class Memory {
    private final int count;
    private final long rss;
    private final long live;

    public Memory(int count) throws IOException {
        this.count = count;
        live = liveBytes();
        rss = residentBytes();
    }

    public void print() throws IOException {
        Samples.of((residentBytes() - rss) / (double) count).print("parked-bytes-rss", "B");
        Samples.of((liveBytes() - live) / (double) count).print("parked-bytes-live", "B");
    }

    /// Memory of the process.
    private static long residentBytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    /// The heap that is in use after a collection.
    private static long liveBytes() {
        System.gc();
        Runtime r = Runtime.getRuntime();
        return r.totalMemory() - r.freeMemory();
    }
}
