/// Java in cells: JShell compiles them, the runtime runs them on goroutines.
@NullMarked
package goloom.kernel.java;

import org.jspecify.annotations.NullMarked;
