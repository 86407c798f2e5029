package goloom.kernel.java;

import goloom.kernel.session.CellOutput;
import goloom.runtime.GoRuntime;
import goloom.runtime.RuntimeScope;

/// Marks everything that a cell starts: it is the context class loader of its goroutines and,
/// because threads inherit that, of the threads that they start. So what they print finds its cell,
/// an interrupt finds them, and `go(...)` on such a thread finds the runtime.
final class CellScope extends ClassLoader implements RuntimeScope {
    private final CellOutput output;
    private final GoRuntime runtime;
    private final Sources sources;

    CellScope(ClassLoader parent, CellOutput output, GoRuntime runtime, Sources sources) {
        super("cell", parent);
        this.output = output;
        this.runtime = runtime;
        this.sources = sources;
    }

    Sources sources() {
        return sources;
    }

    CellOutput output() {
        return output;
    }

    @Override
    public GoRuntime runtime() {
        return runtime;
    }

    /// True for the threads and goroutines of this cell.
    boolean owns(Thread thread) {
        return thread.getContextClassLoader() == this;
    }
}
