package goloom.runtime;

/// Implemented by a context class loader, it says which runtime the threads that have it belong to,
/// though they are no goroutines: for them `go(...)` starts a goroutine there. Threads inherit the
/// context class loader from the goroutine that starts them. Notebooks use it to know the cell.
public interface RuntimeScope {
    /// The runtime.
    GoRuntime runtime();
}
