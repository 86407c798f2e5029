/// A debugger that looks and does not stop: the Debug Adapter Protocol, as Jupyter uses it.
@NullMarked
package goloom.kernel.debug;

import org.jspecify.annotations.NullMarked;
