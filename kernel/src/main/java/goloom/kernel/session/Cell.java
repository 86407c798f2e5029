package goloom.kernel.session;

import org.jspecify.annotations.Nullable;

/// A cell to run.
///
/// @param id unique for every run
/// @param notebookId the front end's name of the cell, the same for every run of it, if it has one
/// @param count the number in `In [5]:`; a cell that is not stored has the next number, like the
///   cell after it
/// @param silent nothing of it is shown and it is not counted: front ends run such cells for
///   themselves
/// @param subshell the subshell, or null for the main shell
public record Cell(
        String id,
        @Nullable String notebookId,
        String code,
        int count,
        boolean silent,
        @Nullable String subshell) {
    /// True if somebody may be looking while it runs: it comes from a notebook that is open.
    /// Programs that run notebooks name no cells, and consoles show only what comes last.
    public boolean isWatched() {
        return notebookId != null && !silent;
    }
}
