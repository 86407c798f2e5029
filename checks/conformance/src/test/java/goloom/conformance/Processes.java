package goloom.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Runs programs of the operating system.
final class Processes {
    private Processes() {}

    /// What a process has done.
    record Done(int exit, String out, String err) {}

    /// Runs a command to its end. Its stdin is open and stays empty.
    ///
    /// @param seconds after that it is ended and this throws
    static Done run(List<String> command, Path dir, Map<String, String> env, long seconds) {
        try {
            ProcessBuilder b = new ProcessBuilder(command).directory(dir.toFile());
            b.environment().putAll(env);
            Process p = b.start();
            CompletableFuture<String> out = read(p.getInputStream());
            CompletableFuture<String> err = read(p.getErrorStream());
            if (!p.waitFor(seconds, TimeUnit.SECONDS)) {
                p.destroyForcibly();
                throw new IllegalStateException(
                        String.join(" ", command)
                                + ": still runs after "
                                + seconds
                                + " s\n"
                                + out.join()
                                + err.join());
            }
            return new Done(p.exitValue(), out.join(), err.join());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static CompletableFuture<String> read(InputStream in) {
        CompletableFuture<String> text = new CompletableFuture<>();
        Thread.ofVirtual()
                .start(() -> {
                    try (in) {
                        text.complete(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                    } catch (IOException e) {
                        text.completeExceptionally(e);
                    }
                });
        return text;
    }
}
