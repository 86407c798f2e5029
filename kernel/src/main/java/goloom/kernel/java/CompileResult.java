package goloom.kernel.java;

import java.util.List;

/// What compiling a cell gives.
sealed interface CompileResult {
    /// It can run.
    ///
    /// @param notes what the learner should know though it is no error
    record Compiled(CellProgram program, List<String> notes) implements CompileResult {}

    /// It cannot; nothing has changed. At least one problem.
    record Rejected(List<CompileProblem> problems) implements CompileResult {}
}
