package goloom.runtime;

/// The receiving end of a channel: `<-chan T`. `for (var v : ch)` receives until the channel is
/// closed.
public sealed interface RecvChan<T> extends Iterable<T> permits Chan {
    /// See [Chan#recv].
    T recv();

    /// See [Chan#recvOk].
    Received<T> recvOk();

    /// See [Chan#len].
    int len();

    /// See [Chan#cap].
    int cap();
}
