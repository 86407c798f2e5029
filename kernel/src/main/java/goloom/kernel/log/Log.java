package goloom.kernel.log;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Notes about the kernel itself. Nothing is written unless `GOLOOM_LOG` asks for it: `stderr`, or
/// the name of a file. Notes never go to a cell.
public final class Log {
    private static final @Nullable PrintStream OUT = open(System.getenv("GOLOOM_LOG"));

    private Log() {}

    private static @Nullable PrintStream open(@Nullable String where) {
        if (where == null || where.isBlank()) {
            return null;
        }
        if (where.equals("stderr")) {
            return System.err;
        }
        try {
            return new PrintStream(
                    Files.newOutputStream(
                            Path.of(where), StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                    true);
        } catch (IOException | RuntimeException e) {
            System.err.println("GOLOOM_LOG: cannot write to " + where + ": " + e.getMessage());
            return null;
        }
    }

    /// Notes a sentence.
    public static void note(String what) {
        PrintStream out = OUT;
        if (out != null) {
            out.println(Instant.now() + " " + Thread.currentThread().getName() + ": " + what);
        }
    }

    /// Notes a failure. Never throws, not even when there is no memory left.
    public static void note(String what, Throwable e) {
        if (OUT == null) {
            return;
        }
        try {
            var stack = new StringWriter();
            e.printStackTrace(new PrintWriter(stack, true));
            note(what + ": " + stack);
        } catch (Throwable _) {
            // There is no place left to say it.
        }
    }
}
