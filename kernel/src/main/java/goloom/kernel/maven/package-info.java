/// Libraries from Maven repositories, with what Maven itself uses. Nothing of it is loaded before a
/// cell asks for a library.
@NullMarked
package goloom.kernel.maven;

import org.jspecify.annotations.NullMarked;
