package goloom.kernel.magic;

import goloom.runtime.GoRuntime;
import goloom.runtime.GoroutineDump;
import goloom.trace.Trace;
import org.jspecify.annotations.Nullable;

/// What magics may see and change.
public interface MagicHost {
    /// The settings that hold for all cells.
    Settings settings();

    /// The settings of this cell alone.
    CellOptions options();

    /// The runtime on which plain cells run.
    GoRuntime runtime();

    /// The trace of the last cell that was traced; null if there is none.
    @Nullable Trace lastTrace();

    /// A goroutine in words, with the lines of its cell.
    String describe(GoroutineDump goroutine);

    /// Prints under the cell.
    void print(String text);

    /// All magics.
    Magics magics();
}
