package goloom.kernel.java;

import goloom.kernel.java.CellProgram.Step;
import java.util.ArrayList;
import java.util.List;
import jdk.jshell.VarSnippet;

/// Variables that exist although a failed cell never came to give them their value.
final class Unset {
    private Unset() {}

    /// A sentence for each: `sum got no value: it is 0`.
    ///
    /// @param left the steps that have not come to their end
    static List<String> notes(List<Step> left, JavaSession java) {
        List<String> notes = new ArrayList<>();
        for (Step step : left) {
            if (step.snippet() instanceof VarSnippet v
                    && !Forgetting.isScratch(v)
                    && step.piece().source().contains("=")) {
                notes.add(v.name() + " got no value: it is " + java.valueOf(v));
            }
        }
        return notes;
    }
}
