import org.jspecify.annotations.NullMarked;

/// Goroutines, channels, select and Go's scheduler for Java, with a trace of what the scheduler
/// did.
///
/// Needs one flag, because goroutines are virtual threads with a scheduler of their own:
/// `--add-opens java.base/java.lang=goloom.runtime` (or `=ALL-UNNAMED` on the class path).
@NullMarked
module goloom.runtime {
    requires static transitive org.jspecify;

    exports goloom.runtime;
    exports goloom.trace;
}
