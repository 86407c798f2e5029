package goloom.kernel.java;

import goloom.kernel.java.CellProgram.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jdk.jshell.VarSnippet;

/// Variables that exist although a failed cell never came to give them their value.
final class Unset {
    private Unset() {}

    /// A sentence for each: `sum got no value: it is 0`.
    ///
    /// @param done the steps that have come to their end
    static List<String> notes(CellProgram program, Set<Step> done, JavaSession java) {
        List<String> notes = new ArrayList<>();
        for (Step step : program.steps()) {
            if (step.snippet() instanceof VarSnippet v
                    && !done.contains(step)
                    && !v.name().startsWith("$")
                    && step.piece().source().contains("=")) {
                notes.add(v.name() + " got no value: it is " + java.valueOf(v));
            }
        }
        return notes;
    }
}
