package goloom.runtime;

import goloom.runtime.internal.Names;
import goloom.runtime.internal.Waitable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the objects of this package keep what goroutines wait for.
final class NamesOfApi extends Names {
    @Override
    public List<Waitable> waitables(@Nullable Object o) {
        return switch (o) {
            case Chan<?> c when c.h() != null -> List.of(c.h());
            case Mutex m -> List.of(m.sema());
            case RWMutex m -> List.of(m.semas());
            case WaitGroup w -> List.of(w.sema());
            case Once once -> List.of(once.mutex().sema());
            case Cond c -> List.of(c.notifyList());
            case null, default -> List.of();
        };
    }

    @Override
    public @Nullable String typeName(Object o) {
        return o instanceof Chan<?> c ? c.typeName() : null;
    }
}
