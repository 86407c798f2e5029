package goloom.kernel.magic;

/// What cell magics set for their cell.
public final class CellOptions {
    private boolean program;
    private boolean traced;

    /// The cell is a whole program: its goroutines end with it.
    public boolean isProgram() {
        return program;
    }

    void program() {
        program = true;
    }

    /// A picture is drawn, whatever the setting.
    public boolean isTraced() {
        return traced;
    }

    void traced() {
        traced = true;
    }
}
