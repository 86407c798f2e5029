/// How values are shown: text for everything, HTML for tables, pictures.
@NullMarked
package goloom.kernel.display;

import org.jspecify.annotations.NullMarked;
