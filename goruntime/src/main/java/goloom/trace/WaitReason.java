package goloom.trace;

/// Why a goroutine does not run, in Go's words.
///
/// `header` is the word in a goroutine report (`goroutine 7 [chan receive]:`), `word` the reason in
/// an execution trace. Go: runtime/runtime2.go, waitReasonStrings; runtime/trace.go,
/// traceBlockReason.
public enum WaitReason {
    NONE("", ""),
    CHAN_SEND("chan send", "chan send"),
    CHAN_RECEIVE("chan receive", "chan receive"),
    CHAN_SEND_NIL("chan send (nil chan)", "forever"),
    CHAN_RECEIVE_NIL("chan receive (nil chan)", "forever"),
    SELECT("select", "select"),
    SELECT_NO_CASES("select (no cases)", "forever"),
    SLEEP("sleep", "sleep"),
    MUTEX_LOCK("sync.Mutex.Lock", "sync"),
    RWMUTEX_RLOCK("sync.RWMutex.RLock", "sync"),
    RWMUTEX_LOCK("sync.RWMutex.Lock", "sync"),
    WAITGROUP_WAIT("sync.WaitGroup.Wait", "sync"),
    COND_WAIT("sync.Cond.Wait", "sync.(*Cond).Wait"),
    SEMACQUIRE("semacquire", "sync"),
    IO_WAIT("IO wait", "network"),
    /// `Differs from Go:` waits in JDK code, such as a queue, a future or a `ReentrantLock`.
    JAVA_PARK("java park", "sync"),
    /// `Differs from Go:` waits to enter a `synchronized` block.
    JAVA_MONITOR("java monitor", "sync"),
    /// `Differs from Go:` waits in `Object.wait`.
    JAVA_WAIT("java wait", "sync"),
    /// Gave up its P by `gosched()`; it is runnable.
    GOSCHED("runnable", "runtime.Gosched"),
    /// Was taken off its P after a time slice; it is runnable.
    PREEMPTED("preempted", "preempted"),
    /// Waits for the world: `gomaxprocs(n)` until surplus Ps have stopped.
    STOP_THE_WORLD("stopping the world", "wait until GC ends");

    private final String header;
    private final String word;

    WaitReason(String header, String word) {
        this.header = header;
        this.word = word;
    }

    /// The word in a goroutine report.
    public String header() {
        return header;
    }

    /// The reason in an execution trace.
    public String word() {
        return word;
    }

    /// True when nothing can ever end this wait.
    public boolean isForever() {
        return word.equals("forever");
    }
}
