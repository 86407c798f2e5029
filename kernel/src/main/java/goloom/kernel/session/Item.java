package goloom.kernel.session;

import goloom.kernel.protocol.Publication;
import goloom.kernel.protocol.Publication.StreamName;

/// A piece of output of a cell, on its way to the front ends.
sealed interface Item {
    /// Whole lines, or the beginning of one. `writer` is the thread that printed it.
    record Text(Thread writer, StreamName stream, String text) implements Item {}

    /// Anything that is not text. `free`: it takes nothing from the budget.
    record Shown(Publication publication, boolean free) implements Item {}
}
