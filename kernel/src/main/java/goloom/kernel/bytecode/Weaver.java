package goloom.kernel.bytecode;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.constant.ClassDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Weaves a class of a cell for the runtime: all passes, in this order.
///
/// - [Lines]: line numbers are the cell's, so that every stack trace is
/// - [Handlers]: a handler for Throwable cannot keep a goroutine from ending
/// - [Exits]: `System.exit` ends the cell's program, not the kernel
/// - [StackPrints]: `e.printStackTrace()` prints lines of cells
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

    /// A woven class.
    ///
    /// @param callSites what [Links] links before it runs
    /// @param initializes its initialiser runs code of the cell
    public record Woven(byte[] bytes, List<DynamicCallSiteDesc> callSites, boolean initializes) {}

    /// Links a woven class, so that it runs without pauses. Call it before its code runs.
    public static void link(MethodHandles.Lookup in, Woven woven) throws Throwable {
        Links.link(in, woven.callSites());
        if (!woven.initializes()) {
            MethodType nothing = MethodType.methodType(void.class);
            in.findStatic(in.lookupClass(), Polls.METHOD, nothing).invoke();
        }
    }

    /// Its own initialiser, or, because its superclass is a cell's too, perhaps that one's.
    private static boolean initializes(ClassModel c) {
        String superclass = c.superclass().map(s -> s.asInternalName()).orElse("java/lang/Object");
        return !superclass.startsWith("java/")
                || c.methods().stream().anyMatch(m -> m.methodName().equalsString("<clinit>"));
    }

    /// Weaves a class.
    ///
    /// @param source names the text in stack traces: `cell [3]`
    /// @param unit the number of the cell, for packed sites
    /// @param lineOf the cell's line for a line of the class file; 0: none of the learner's
    public Woven weave(byte[] bytes, String source, int unit, IntUnaryOperator lineOf) {
        byte[] raw = classFile.transformClass(classFile.parse(bytes), Lines.of(source, lineOf));
        ClassModel numbered = classFile.parse(raw);
        List<DynamicCallSiteDesc> callSites = new ArrayList<>();
        ClassTransform bodies =
                Stream.of(
                                new Syscalls(),
                                new Handlers(),
                                new Exits(),
                                new StackPrints(),
                                new Names(),
                                new Sites(unit),
                                new Polls(numbered))
                        .map(Pass::transform)
                        .reduce(CallSites.number(callSites), ClassTransform::andThen);
        byte[] woven = classFile.transformClass(numbered, bodies);
        return new Woven(woven, callSites, initializes(numbered));
    }
}
