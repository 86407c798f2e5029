package goloom.kernel.java;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jdk.jshell.spi.ExecutionControl;

/// What JShell believes runs its snippets. It runs nothing: it keeps the classes and the calls,
/// which [JavaSession] then runs back to back when the whole cell has compiled.
///
/// (JShell alone runs each statement as soon as it has compiled it and needs some milliseconds for
/// the next; a goroutine would always win against the statement after its `go`.)
final class RecordingControl implements ExecutionControl {
    /// A call of a snippet's code, `do_it$` of its class.
    record Invocation(String className, String method) {}

    private Map<String, byte[]> classes = new LinkedHashMap<>();
    private List<Invocation> invocations = new ArrayList<>();

    /// Forgets what was recorded: a new cell begins.
    void begin() {
        classes = new LinkedHashMap<>();
        invocations = new ArrayList<>();
    }

    /// The classes of the cell, by name.
    Map<String, byte[]> classes() {
        return classes;
    }

    /// The calls so far, in JShell's order.
    List<Invocation> invocations() {
        return invocations;
    }

    @Override
    public void load(ClassBytecodes[] bytecodes) {
        for (ClassBytecodes c : bytecodes) {
            classes.put(c.name(), c.bytecodes());
        }
    }

    /// Not possible in place: JShell then compiles the class again under a new name.
    @Override
    public void redefine(ClassBytecodes[] bytecodes) throws NotImplementedException {
        throw new NotImplementedException("redefine");
    }

    @Override
    public String invoke(String className, String methodName) {
        invocations.add(new Invocation(className, methodName));
        return "";
    }

    @Override
    public String varValue(String className, String varName) {
        return "";
    }

    @Override
    public void addToClasspath(String path) {
        // JavaSession adds to its loader itself.
    }

    @Override
    public void stop() {
        // Nothing runs here.
    }

    @Override
    public Object extensionCommand(String command, Object arg) throws NotImplementedException {
        throw new NotImplementedException(command);
    }

    @Override
    public void close() {}
}
