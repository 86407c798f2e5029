package goloom.kernel.magic;

/// What magics set for all cells that follow.
public final class Settings {
    /// When a picture is drawn.
    public enum TraceMode {
        /** Always. */
        ON,
        /** Never. */
        OFF,
        /** When the cell started goroutines. */
        AUTO
    }

    private volatile int procs = Runtime.getRuntime().availableProcessors();
    private volatile TraceMode trace = TraceMode.AUTO;
    private volatile boolean preempts = true;

    public int procs() {
        return procs;
    }

    void procs(int n) {
        procs = n;
    }

    public TraceMode trace() {
        return trace;
    }

    void trace(TraceMode mode) {
        trace = mode;
    }

    public boolean preempts() {
        return preempts;
    }

    void preempts(boolean on) {
        preempts = on;
    }
}
