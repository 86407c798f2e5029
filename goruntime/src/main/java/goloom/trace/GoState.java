package goloom.trace;

/// The state of a goroutine, as in Go's tracer.
public enum GoState {
    NOT_EXIST("not there"),
    RUNNABLE("runnable"),
    RUNNING("running"),
    WAITING("waiting"),
    SYSCALL("syscall");

    private final String word;

    GoState(String word) {
        this.word = word;
    }

    /// The state in Go's words, lower case.
    public String word() {
        return word;
    }
}
