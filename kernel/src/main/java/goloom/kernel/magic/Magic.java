package goloom.kernel.magic;

import java.util.List;

/// One magic. Its arguments are checked before anything is changed.
public interface Magic {
    /// Its name, without the percent signs.
    String name();

    /// How it is written: `%gomaxprocs [N]`.
    String usage();

    /// What it does, in one line.
    String summary();

    /// Does it.
    ///
    /// @throws MagicException with a sentence for the learner
    void run(MagicCall call) throws Exception;

    /// Where Java code begins in the arguments of a line magic, which is then part of the cell; -1:
    /// there is none.
    default int codeAt(String arguments) {
        return -1;
    }

    /// Arguments that may begin with `prefix`.
    default List<String> completions(String prefix) {
        return List.of();
    }
}
