package goloom.kernel.magic;

import java.util.List;

/// A magic as it stands in a cell.
///
/// @param name without the percent signs
/// @param arguments what follows the name on its line
/// @param cell true for a cell magic, `%%name`
/// @param line the cell's line, from 1
/// @param hasCode part of the arguments is Java code, which runs as part of the cell
/// @param host what it works on
public record MagicCall(
        String name, String arguments, boolean cell, int line, boolean hasCode, MagicHost host) {
    /// A magic found in a cell.
    public static MagicCall of(MagicLines.Found f, MagicHost host) {
        return new MagicCall(f.name(), f.arguments(), f.cell(), f.line(), f.hasCode(), host);
    }

    /// The arguments one by one; empty if there are none.
    public List<String> words() {
        return arguments.isBlank() ? List.of() : List.of(arguments.strip().split("\\s+"));
    }
}
