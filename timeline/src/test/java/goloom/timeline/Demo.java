package goloom.timeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes the pictures of all samples, to be looked at: `Demo FOLDER`.
public final class Demo {
    private Demo() {}

    public static void main(String... args) throws IOException {
        Path folder = Path.of(args.length == 0 ? "target/demo" : args[0]);
        Files.createDirectories(folder);
        for (Sample s : Sample.values()) {
            for (int procs : new int[] {1, 2, 4}) {
                s.trace(procs); // once, so that the pictures are not of a cold JVM
                String name = s.name().toLowerCase(java.util.Locale.ROOT) + "-" + procs;
                Timeline t = s.timeline(procs);
                Files.writeString(folder.resolve(name + ".html"), t.html());
                Files.writeString(folder.resolve(name + ".txt"), t.text());
            }
        }
    }
}
