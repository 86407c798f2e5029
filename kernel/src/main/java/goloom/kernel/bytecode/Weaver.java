package goloom.kernel.bytecode;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.constant.ClassDesc;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Weaves a class of a cell for the runtime: all passes, in this order.
///
/// - [Lines]: line numbers are the cell's, so that every stack trace is
/// - [Handlers]: a handler for Throwable cannot keep a goroutine from ending
/// - [Exits]: `System.exit` ends the cell's program, not the kernel
/// - [Names]: a channel knows the variable that it was put into
/// - [Sites]: the runtime knows the line that calls it
/// - [Polls]: the scheduler can take the processor away, and end a loop
///
/// Each pass changes method bodies only and knows nothing of the others.
public final class Weaver {
    private final ClassFile classFile;

    /// @param cell the classes of the cell, by name: they may refer to each other before they are
    ///   loaded
    /// @param loader loads all other classes
    public Weaver(Map<String, byte[]> cell, ClassLoader loader) {
        ClassHierarchyResolver resolver =
                ClassHierarchyResolver.ofResourceParsing(desc -> find(cell, desc))
                        .orElse(ClassHierarchyResolver.ofClassLoading(loader))
                        .cached();
        classFile = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(resolver));
    }

    private static @Nullable InputStream find(Map<String, byte[]> cell, ClassDesc desc) {
        String d = desc.descriptorString();
        byte[] b = cell.get(d.substring(1, d.length() - 1).replace('/', '.'));
        return b == null ? null : new ByteArrayInputStream(b);
    }

    /// The woven class.
    ///
    /// @param source names the text in stack traces: `cell [3]`
    /// @param unit the number of the cell, for packed sites
    /// @param lineOf the cell's line for a line of the class file; 0: none of the learner's
    public byte[] weave(byte[] bytes, String source, int unit, IntUnaryOperator lineOf) {
        byte[] numbered =
                classFile.transformClass(classFile.parse(bytes), Lines.of(source, lineOf));
        ClassTransform bodies =
                Stream.of(
                                new Syscalls(),
                                new Handlers(),
                                new Exits(),
                                new Names(),
                                new Sites(unit),
                                new Polls())
                        .map(Pass::transform)
                        .reduce(ClassTransform::andThen)
                        .orElseThrow();
        return classFile.transformClass(classFile.parse(numbered), bodies);
    }
}
