package goloom.bench;

/// A benchmark that computes something wrong is none.
public final class Check {
    private Check() {}

    public static void equal(String what, long got, long want) {
        if (got != want) {
            throw new AssertionError(what + ": got " + got + ", want " + want);
        }
    }
}
