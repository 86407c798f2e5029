/// Magics: lines of a cell that begin with `%`, and cells that begin with `%%`. One class for each.
@NullMarked
package goloom.kernel.magic;

import org.jspecify.annotations.NullMarked;
