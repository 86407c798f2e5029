package goloom.runtime;

/// Runs bodies, which may throw anything.
final class Bodies {
    private Bodies() {}

    static void run(GoBody body) {
        try {
            body.run();
        } catch (Exception e) {
            throw Bodies.<RuntimeException>as(e);
        }
    }

    /// Throws a checked exception where none is declared.
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    static <E extends Throwable> E as(Throwable e) throws E {
        throw (E) e;
    }
}
