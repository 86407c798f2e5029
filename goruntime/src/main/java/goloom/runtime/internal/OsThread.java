package goloom.runtime.internal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What the operating system says of a thread. Linux only; elsewhere nothing is known.
final class OsThread implements AutoCloseable {
    private static final Path SELF = Path.of("/proc/thread-self");

    private static final int CPU = 36; // "processor", counted from the state

    private final RandomAccessFile stat;
    private final byte[] buffer = new byte[512];

    private OsThread(RandomAccessFile stat) {
        this.stat = stat;
    }

    /// The kernel's id of the calling thread; 0: not known.
    static long currentId() {
        try {
            return Long.parseLong(Files.readSymbolicLink(SELF).getFileName().toString());
        } catch (IOException | UnsupportedOperationException | NumberFormatException e) {
            return 0;
        }
    }

    /// Lets the calling thread's timed waits end on time. Linux may let each of them last 50 us
    /// longer, to wake several threads at once.
    static void waitExactly() {
        try {
            Files.writeString(Path.of("/proc/" + currentId() + "/timerslack_ns"), "1");
        } catch (IOException e) {
            // Another system, or not allowed: they last longer.
        }
    }

    /// Opens a thread for [#state()]; null: not known.
    static @Nullable OsThread open(long tid) {
        if (tid == 0) {
            return null;
        }
        try {
            return new OsThread(new RandomAccessFile("/proc/self/task/" + tid + "/stat", "r"));
        } catch (IOException e) {
            return null;
        }
    }

    /// `R` runs or waits for a CPU, `S` sleeps in the kernel, `D` waits for a disk, `?` not known.
    /// Proc(5).
    char state() {
        String s = fields();
        return s.isEmpty() ? '?' : s.charAt(0);
    }

    /// The CPU on which it ran last; -1: not known.
    int cpu() {
        String[] f = fields().split(" ", CPU + 2);
        try {
            return f.length > CPU ? Integer.parseInt(f[CPU]) : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /// What stands in stat from the state on; "" if it cannot be read.
    private String fields() {
        try {
            stat.seek(0);
            int n = stat.read(buffer);
            String s = new String(buffer, 0, Math.max(n, 0), StandardCharsets.ISO_8859_1);
            int close = s.lastIndexOf(')'); // the name before it may hold anything
            return close > 0 && close + 2 < s.length() ? s.substring(close + 2) : "";
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public void close() {
        try {
            stat.close();
        } catch (IOException e) {
            // Reading /proc: nothing is lost.
        }
    }
}
