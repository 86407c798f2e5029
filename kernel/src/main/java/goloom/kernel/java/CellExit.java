package goloom.kernel.java;

import goloom.runtime.RuntimeScope;

/// Where `System.exit` in a cell leads to: the end of the cell's program, with an exit code. The
/// kernel goes on.
public final class CellExit {
    private CellExit() {}

    /// For woven code. Does not return to a goroutine.
    public static void exit(int code) {
        if (Thread.currentThread().getContextClassLoader() instanceof RuntimeScope scope) {
            scope.runtime().exit(code);
        }
        throw new IllegalStateException("exit " + code + ": called outside of a cell's program");
    }

    /// For woven code: `Runtime.getRuntime().exit(code)`.
    public static void exit(Runtime runtime, int code) {
        exit(code);
    }
}
