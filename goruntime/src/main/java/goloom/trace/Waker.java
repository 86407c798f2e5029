package goloom.trace;

/// Who made a goroutine runnable or created it, when it was not a goroutine.
public enum Waker {
    GOROUTINE,
    TIMER,
    /// The network poller: a socket became ready.
    NETPOLL,
    /// A thread that is no goroutine.
    OUTSIDE
}
