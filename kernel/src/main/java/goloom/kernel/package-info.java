/// A Jupyter kernel for Java with goroutines.
@NullMarked
package goloom.kernel;

import org.jspecify.annotations.NullMarked;
