package goloom.kernel.magic;

import java.util.List;

/// A magic as it stands in a cell.
///
/// @param arguments what follows the name on its line
/// @param cell true for a cell magic, `%%name`
/// @param line the cell's line, from 1
/// @param host what it works on
public record MagicCall(String arguments, boolean cell, int line, MagicHost host) {
    /// The arguments one by one; empty if there are none.
    public List<String> words() {
        return arguments.isBlank() ? List.of() : List.of(arguments.strip().split("\\s+"));
    }
}
