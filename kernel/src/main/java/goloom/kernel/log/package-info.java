/// What the kernel notes about itself, for those who ask.
@NullMarked
package goloom.kernel.log;

import org.jspecify.annotations.NullMarked;
