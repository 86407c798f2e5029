package goloom.runtime;

/// What a goroutine runs with 1 argument: see [Go#go(GoBody1, Object)].
@FunctionalInterface
public interface GoBody1<A> {
    void run(A a) throws Exception;
}
