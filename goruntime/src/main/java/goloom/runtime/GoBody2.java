package goloom.runtime;

/// What a goroutine runs with 2 arguments: see [Go#go(GoBody2, Object, Object)].
@FunctionalInterface
public interface GoBody2<A, B> {
    void run(A a, B b) throws Exception;
}
