/// The same programs in Go and in Java, run side by side and compared.
@NullMarked
package goloom.conformance;

import org.jspecify.annotations.NullMarked;
