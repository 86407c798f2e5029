/// What is done to the classes of a cell before they are loaded, one file for each pass.
@NullMarked
package goloom.kernel.bytecode;

import org.jspecify.annotations.NullMarked;
