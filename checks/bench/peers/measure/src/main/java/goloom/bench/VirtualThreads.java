package goloom.bench;

/// Virtual threads of the JDK.
public final class VirtualThreads {
    private VirtualThreads() {}

    /// Starts one. Its exceptions are errors of the benchmark.
    public static Thread start(Measure.Repetition body) {
        return Thread.startVirtualThread(() -> {
            try {
                body.run();
            } catch (Throwable e) {
                e.printStackTrace();
                System.exit(1);
            }
        });
    }
}
