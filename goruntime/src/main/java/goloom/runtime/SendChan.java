package goloom.runtime;

/// The sending end of a channel: `chan<- T`.
public sealed interface SendChan<T> permits Chan {
    /// See [Chan#send].
    void send(T value);

    /// See [Chan#close].
    void close();

    /// See [Chan#len].
    int len();

    /// See [Chan#cap].
    int cap();
}
