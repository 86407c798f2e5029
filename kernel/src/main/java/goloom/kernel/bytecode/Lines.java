package goloom.kernel.bytecode;

import java.lang.classfile.ClassTransform;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.classfile.instruction.LineNumber;
import java.util.function.IntUnaryOperator;

/// Puts the cell's own line numbers into a class, and the cell's name where stack traces show the
/// file.
final class Lines {
    private Lines() {}

    static ClassTransform of(String source, IntUnaryOperator lineOf) {
        ClassTransform numbers =
                ClassTransform.transformingMethodBodies((b, e) -> {
                    if (e instanceof LineNumber n) {
                        int line = lineOf.applyAsInt(n.line());
                        if (line > 0) {
                            b.lineNumber(line);
                        }
                    } else {
                        b.with(e);
                    }
                });
        return ClassTransform.dropping(e -> e instanceof SourceFileAttribute)
                .andThen(numbers)
                .andThen(ClassTransform.endHandler(b -> b.with(SourceFileAttribute.of(source))));
    }
}
