package goloom.runtime;

/// What a goroutine runs with 3 arguments: see [Go#go(GoBody3, Object, Object, Object)].
@FunctionalInterface
public interface GoBody3<A, B, C> {
    void run(A a, B b, C c) throws Exception;
}
