package goloom.kernel.magic;

import goloom.runtime.GoRuntime;
import goloom.runtime.GoroutineDump;
import goloom.timeline.Timeline;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What magics may see and change.
public interface MagicHost {
    /// The settings that hold for all cells.
    Settings settings();

    /// The settings of this cell alone.
    CellOptions options();

    /// The runtime on which plain cells run.
    GoRuntime runtime();

    /// The picture of the last cell that was traced, with the text of its lines; null if there is
    /// none.
    @Nullable Timeline lastPicture();

    /// A text of that picture, with the names of loaded files in place of the numbers that they
    /// have here.
    String named(String text);

    /// A goroutine in words, with the lines of its cell.
    String describe(GoroutineDump goroutine);

    /// Prints under the cell.
    void print(String text);

    /// Prints to the cell's stderr.
    void printError(String text);

    /// Shows how far a magic is, in a line that takes the place of the one before; "" removes it.
    void progress(String line);

    /// What to do if the user interrupts the cell while this magic runs.
    void onInterrupt(Runnable action);

    /// The variables of the session, in the order of their names.
    List<Variable> variables();

    /// Its methods and types, as they were declared.
    List<String> declarations();

    /// Forgets everything that cells have declared and ends all goroutines.
    void reset();

    /// Lets cells use the classes of these jars and folders.
    void addJars(List<Path> jars);

    /// Runs the code of a file.
    ///
    /// @param name what the learner calls it
    /// @throws MagicException if it cannot be read or does not compile
    void load(String name, Path file) throws Exception;

    /// All magics.
    Magics magics();
}
