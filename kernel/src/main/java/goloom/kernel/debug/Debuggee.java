package goloom.kernel.debug;

import goloom.kernel.protocol.MimeBundle;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a debugger looks at. Every method may be called while cells run, changes nothing, and
/// returns soon.
public interface Debuggee {
    /// A variable of the session.
    record Variable(String name, String type, @Nullable Object value) {}

    /// The variables, in the order of their names.
    List<Variable> variables();

    /// How many goroutines there are.
    int goroutineCount();

    /// The goroutines, with their stacks, main first. They stand still for the moment in which it
    /// looks.
    List<Goroutine> goroutines();

    /// A value as a cell would show it.
    MimeBundle display(@Nullable Object value);

    /// The texts of the cells that have run, by number.
    Map<Integer, String> cells();
}
