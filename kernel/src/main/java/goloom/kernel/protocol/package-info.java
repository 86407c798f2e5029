/// Jupyter's messages as records, and their JSON. Version 5.5 of the protocol.
@NullMarked
package goloom.kernel.protocol;

import org.jspecify.annotations.NullMarked;
