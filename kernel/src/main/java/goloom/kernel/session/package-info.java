/// What a kernel does with messages: the queue of cells, output, input, history, interrupts.
@NullMarked
package goloom.kernel.session;

import org.jspecify.annotations.NullMarked;
