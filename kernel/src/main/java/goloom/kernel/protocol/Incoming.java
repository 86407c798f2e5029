package goloom.kernel.protocol;

/// A request and where it came from.
public record Incoming(Origin origin, Request request) {}
