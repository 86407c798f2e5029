package goloom.kernel.magic;

/// A variable of the session.
///
/// @param value its value in one line; not too long
public record Variable(String type, String name, String value) {}
