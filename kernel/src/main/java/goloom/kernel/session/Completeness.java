package goloom.kernel.session;

/// Whether code is finished.
public sealed interface Completeness {
    /// Enter runs it.
    record Complete() implements Completeness {}

    /// Enter makes a new line.
    ///
    /// @param indent the white space it starts with
    record Incomplete(String indent) implements Completeness {}

    /// More lines will not help.
    record Invalid() implements Completeness {}

    /// Nobody knows.
    record Unknown() implements Completeness {}
}
