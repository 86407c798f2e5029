package goloom.runtime;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// A value computed once, or the panic that came instead. Go: sync/oncefunc.go.
final class OnceResult<T extends @Nullable Object> {
    private final Once once = new Once();
    private @Nullable Callable<T> compute; // cleared when it has run
    private @Nullable T value;
    private @Nullable Throwable failure;

    OnceResult(Callable<T> compute) {
        this.compute = compute;
    }

    @SuppressWarnings("NullAway") // value is a T once it is computed
    T get() {
        once.run(() -> {
            try {
                value = compute.call();
            } catch (Throwable e) {
                failure = e;
                throw e instanceof Exception x ? x : Bodies.<RuntimeException>as(e);
            } finally {
                compute = null;
            }
        });
        if (failure != null) {
            throw Bodies.<RuntimeException>as(failure);
        }
        return value;
    }
}
