package goloom.trace;

/// How the traced piece of program ended. `text` is the headline in Go's words, or "" where there
/// is none.
public record Ending(Kind kind, String text) {
    /// The kinds of end.
    public enum Kind {
        /// The main goroutine's code returned.
        RETURNED,
        /// A goroutine panicked and nobody recovered.
        PANIC,
        /// A fatal error that is not a deadlock, such as the unlock of an unlocked mutex.
        FATAL,
        /// All goroutines are asleep.
        DEADLOCK,
        /// The program called exit.
        EXIT,
        /// The user stopped it.
        INTERRUPTED,
        /// The trace was taken while the program went on.
        RUNNING
    }

    /// The ordinary end.
    public static Ending returned() {
        return new Ending(Kind.RETURNED, "");
    }
}
