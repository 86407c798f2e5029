package goloom.runtime;

/// What `v, ok := <-ch` gives. `ok` is false if the channel is closed and empty; `value` is then
/// the zero value of the channel's type.
public record Received<T>(T value, boolean ok) {}
