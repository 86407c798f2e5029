package goloom.kernel.session;

import goloom.kernel.log.Log;
import goloom.kernel.protocol.Publication.StreamName;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Sends what threads print to the cells they belong to. `System.out`, `System.err` and `System.in`
/// belong to the process, so this does too: one is installed.
public final class OutputRouter {
    private static volatile @Nullable OutputRouter installed;

    private final Interpreter interpreter;
    private volatile @Nullable CellOutput latest;

    OutputRouter(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /// Replaces the three streams.
    static OutputRouter install(Interpreter interpreter) {
        var router = new OutputRouter(interpreter);
        installed = router;
        System.setOut(new RoutedPrintStream(router, StreamName.STDOUT));
        System.setErr(new RoutedPrintStream(router, StreamName.STDERR));
        System.setIn(new RoutedInputStream(router));
        return router;
    }

    /// The output of the cell that the calling thread belongs to, or of the cell that runs or ran
    /// last.
    ///
    /// @throws IllegalStateException before the first cell, or without a kernel
    public static CellOutput current() {
        OutputRouter router = installed;
        CellOutput output = router == null ? null : router.find();
        if (output == null) {
            throw new IllegalStateException("no cell has run yet: there is nowhere to show this");
        }
        return output;
    }

    /// A cell begins.
    void latest(CellOutput output) {
        latest = output;
    }

    private @Nullable CellOutput find() {
        CellOutput own = interpreter.outputOf(Thread.currentThread());
        return own == null ? latest : own;
    }

    void print(StreamName stream, String text) {
        CellOutput output = find();
        if (output == null) {
            Log.note("printed before the first cell: " + text);
        } else {
            output.print(stream, text);
        }
    }

    void flush(StreamName stream) {
        CellOutput output = find();
        if (output != null) {
            output.flush(stream);
        }
    }

    String readLine() throws IOException {
        CellOutput output = find();
        if (output == null) {
            throw new IOException("no cell has run yet: there is nobody to ask");
        }
        try {
            return interpreter.waitOutside(() -> output.readLine("", false));
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
