/// A kernel without a language: it does what its cells say, a line at a time. The tests of the
/// Jupyter side run on it.
@NullMarked
package goloom.kernel.echo;

import org.jspecify.annotations.NullMarked;
