/// The kernelspec: where it goes, what is in it, which Java runs it.
@NullMarked
package goloom.kernel.install;

import org.jspecify.annotations.NullMarked;
