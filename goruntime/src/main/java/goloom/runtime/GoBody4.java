package goloom.runtime;

/// What a goroutine runs with 4 arguments: see [Go#go(GoBody4, Object, Object, Object, Object)].
@FunctionalInterface
public interface GoBody4<A, B, C, D> {
    void run(A a, B b, C c, D d) throws Exception;
}
