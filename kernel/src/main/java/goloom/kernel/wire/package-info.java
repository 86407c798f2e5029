/// Jupyter's five sockets, signatures and frames. ZeroMQ does not leave this package.
@NullMarked
package goloom.kernel.wire;

import org.jspecify.annotations.NullMarked;
