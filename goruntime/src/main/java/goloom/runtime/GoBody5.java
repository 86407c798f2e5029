package goloom.runtime;

/// What a goroutine runs with 5 arguments: see [Go#go(GoBody5, Object, Object, Object, Object,
/// Object)].
@FunctionalInterface
public interface GoBody5<A, B, C, D, E> {
    void run(A a, B b, C c, D d, E e) throws Exception;
}
