/// Pictures of a [goloom.trace.Trace]: HTML, SVG, text.
@NullMarked
package goloom.timeline;

import org.jspecify.annotations.NullMarked;
