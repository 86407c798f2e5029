package goloom.trace;

/// What kind of thing happened. The first group changes the state of a goroutine, with the states
/// of Go's tracer: NotExist, Runnable, Running, Waiting, Syscall.
public enum EventKind {
    /// The trace begins and this goroutine exists already; `arg` is its [GoState].
    GO_STATUS,
    /// NotExist to Runnable: `goroutine` executed `go`, `target` is new. Goroutine 0: a timer or an
    /// outside thread.
    GO_CREATE,
    /// Runnable to Running on `thread` and `proc`; `arg` is a [Found].
    GO_START,
    /// Running to Waiting, for `reason`, on `resource`.
    GO_BLOCK,
    /// Waiting to Runnable: `goroutine` woke `target`. Goroutine 0: see `arg`, a [Waker].
    GO_UNBLOCK,
    /// Running to Runnable, for `reason` GOSCHED or PREEMPTED.
    GO_STOP,
    /// Running to NotExist.
    GO_END,
    /// Running to Syscall: a call that may block its thread. `arg` is 1 if it was noticed, not
    /// announced.
    SYSCALL_BEGIN,
    /// Syscall to Running. `arg` is 1 if the P was lost meanwhile; the goroutine then gets to
    /// Runnable.
    SYSCALL_END,

    /// `thread` took `proc`.
    PROC_START,
    /// `thread` gave up `proc`.
    PROC_STOP,
    /// `proc` was taken from `thread`, which blocks in a call; `goroutine` is the one that blocks.
    PROC_HANDOFF,
    /// `thread` stole `arg` goroutines from the queue of P `target`.
    STEAL,
    /// `thread` began to look for work.
    SPIN_BEGIN,
    /// `thread` no longer looks for work: it found some or went to sleep.
    SPIN_END,
    /// `thread` was started.
    THREAD_START,
    /// `thread` sleeps until it is needed.
    THREAD_PARK,
    /// `thread` was woken.
    THREAD_UNPARK,
    /// The number of Ps became `arg`.
    GOMAXPROCS,
    /// `goroutine` was asked to yield after its time slice.
    PREEMPT_REQUEST,

    /// A send on `resource` took place; `arg` is the length of the buffer after it, `value` what
    /// was sent.
    CHAN_SEND,
    /// A receive from `resource` took place; `arg` is the length after it; `value` null with
    /// `target` 1: closed.
    CHAN_RECV,
    /// `resource` was closed.
    CHAN_CLOSE,
    /// `goroutine` got the lock `resource`.
    LOCK,
    /// `goroutine` released the lock `resource`.
    UNLOCK,
    /// The counter of the WaitGroup `resource` became `arg`.
    WAITGROUP,
    /// `goroutine` came back from the wait for the WaitGroup `resource`, also when it did not have
    /// to block.
    WAITGROUP_WAITED,
    /// `goroutine` is about to block in a select of which `resource` is a case; `arg` is 1 for a
    /// send. One event for each case, right before the GO_BLOCK.
    SELECT_CASE,
    /// `goroutine` locked itself to `thread`.
    LOCK_THREAD,
    /// `goroutine` is no longer locked to `thread`.
    UNLOCK_THREAD,
    /// `thread` was seen on the CPU `arg` of the machine. Sampled, on Linux only.
    THREAD_CPU,
    /// `goroutine` panicked and nobody recovered; `value` is the text.
    PANIC
}
