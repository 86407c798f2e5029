package goloom.kernel.magic;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What cell magics set for their cell.
public final class CellOptions {
    private boolean program;
    private boolean traced;
    private @Nullable Timing timing;
    private final Map<Integer, Timing> timings = new HashMap<>();

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

    /// How the cell is timed; null: not at all.
    public @Nullable Timing timing() {
        return timing;
    }

    /// How the code on a line is timed; null: not at all.
    public @Nullable Timing timing(int line) {
        return timings.get(line);
    }

    void time(MagicCall call, Timing t) throws MagicException {
        if (call.cell()) {
            timing = t;
        } else if (call.hasCode()) {
            timings.put(call.line(), t);
        } else {
            throw new MagicException(
                    "%"
                            + call.name()
                            + ": want code on the same line, or %%"
                            + call.name()
                            + " in the first line of the cell");
        }
    }
}
