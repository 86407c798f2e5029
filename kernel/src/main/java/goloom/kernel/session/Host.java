package goloom.kernel.session;

/// What an interpreter may ask of the session that runs it.
public interface Host {
    /// The comms of this kernel.
    Comms comms();

    /// An output that nobody sees: for code that is run to be ready, and not for its effect.
    CellOutput unseenOutput();

    /// The most characters of output that a cell may have; the rest is left out, and the cell says
    /// how much that was. Holds for cells that start later.
    void outputBudget(long characters);

    /// See [#outputBudget(long)].
    long outputBudget();
}
