package goloom.trace;

/// Where an M found the goroutine that it starts to run.
public enum Found {
    /// In `runnext` of its P: it was made runnable by the goroutine that ran just before.
    RUNNEXT,
    /// In the local run queue of its P.
    LOCAL,
    /// In the global run queue.
    GLOBAL,
    /// Stolen from another P.
    STOLEN,
    /// The goroutine is locked to this thread, which got a P for it.
    LOCKED,
    /// The goroutine came back from a blocking call and kept its P or got another.
    SYSCALL
}
