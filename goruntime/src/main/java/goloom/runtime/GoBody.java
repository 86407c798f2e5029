package goloom.runtime;

/// What a goroutine, a deferred call or a select case runs. May throw checked exceptions: an
/// exception that nobody catches is a panic.
@FunctionalInterface
public interface GoBody {
    void run() throws Exception;
}
