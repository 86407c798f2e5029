package goloom.kernel.session;

import goloom.kernel.protocol.Expression;
import goloom.kernel.protocol.LanguageInfo;
import goloom.kernel.protocol.MimeBundle;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// A language: what runs cells. The session in front of it speaks Jupyter; this knows nothing of
/// it.
///
/// Which thread calls what:
///
/// - [#language], [#runsCellsAtOnce], [#debugger]: any, also before [#start]; they must be quick.
/// - [#start]: a thread of its own, once; everything below waits until it has returned.
/// - [#whenIdle], [#execute], [#evaluate], [#afterReply]: the thread of the shell, one after the
///   other.
/// - [#complete], [#inspect], [#isComplete]: one thread for all, **while cells run**.
/// - [#interrupt]: the control thread, **while the cell runs**.
/// - [#outputOf], [#waitOutside]: any thread that prints or reads.
/// - [#close]: the main thread, at the end.
///
/// Anything thrown is shown as an error of the cell, or noted in the log; the kernel goes on.
/// Positions in code count UTF-16 units.
public interface Interpreter {

    /// What the kernel says about itself. Asked before [#start].
    LanguageInfo language();

    /// True if [#execute] may be called for the cells of several shells at once. Without it the
    /// kernel offers no subshells.
    default boolean runsCellsAtOnce() {
        return false;
    }

    /// Makes ready. May take long: front ends already get answers. If it throws, every cell shows
    /// the message, so it should say in a sentence what to do.
    void start(Host host) throws Exception;

    /// Does what later cells will need and the first need not wait for. Called once, on the thread
    /// of the shell, when nobody has asked for a cell for a moment; a cell that comes meanwhile
    /// waits.
    default void whenIdle() throws Exception {}

    /// Runs a cell and returns when it has ended. What it prints and displays goes to `output`,
    /// which stays usable after the end, for threads that live on. The result is not displayed
    /// here: it is returned.
    ExecuteOutcome execute(Cell cell, CellOutput output) throws Exception;

    /// Shows what takes long to make and must not hold up the reply to a cell, such as a large
    /// picture. Called when the reply is out, before the front end is told that the cell is over.
    default void afterReply(Cell cell, CellOutput output) throws Exception {}

    /// Evaluates one of the expressions that came with a cell, after the cell.
    Expression evaluate(String expression, Cell cell, CellOutput output) throws Exception;

    /// What can stand at the cursor.
    Completion complete(String code, int cursor) throws Exception;

    /// What is known of the thing at the cursor, or null.
    ///
    /// @param detail 0, or 1 for more
    @Nullable MimeBundle inspect(String code, int cursor, int detail) throws Exception;

    /// Whether Enter in a console should run the code.
    Completeness isComplete(String code) throws Exception;

    /// Ends a cell: [#execute] for it should return [ExecuteOutcome.Interrupted] soon. Returns
    /// within a tenth of a second, whether or not that has happened.
    ///
    /// May come at any time from before the first step of [#execute] to after its last one; it must
    /// not hit a later cell. A pending request for input is ended by the session.
    void interrupt(Cell cell);

    /// The output that a thread writes to, or null if the thread belongs to no cell. Then the cell
    /// that runs, or ran last, gets it. Asked for every `print`, so it must be quick.
    default @Nullable CellOutput outputOf(Thread thread) {
        return null;
    }

    /// Runs something that waits for the user, on the calling thread. An interpreter that looks for
    /// deadlocks learns here that the thread is not asleep for ever.
    default <T extends @Nullable Object> T waitOutside(Callable<T> wait) throws Exception {
        return wait.call();
    }

    /// What answers the Debug Adapter Protocol; null: there is no debugger. Asked before [#start],
    /// used after it.
    default @Nullable Debugger debugger() {
        return null;
    }

    /// Cells that use what most notebooks use. The installer runs them once, so that the JVM keeps
    /// the classes they need in a cache.
    default List<String> trainingCells() {
        return List.of();
    }

    /// Ends everything. It gets a tenth of a second.
    void close();
}
