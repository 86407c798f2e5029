package goloom.kernel.java;

/// Where `System.exit` in a cell leads to: the end of the cell's program, with an exit code.
public final class CellExit {
    private CellExit() {}

    /// For woven code.
    public static void exit(int code) {
        throw new IllegalStateException("exit " + code);
    }

    /// For woven code.
    public static void exit(Runtime runtime, int code) {
        exit(code);
    }
}
