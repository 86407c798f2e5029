package goloom.kernel.bytecode;

import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.LocalVariable;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Gives a channel, a lock and so on the name of the variable that it is put into, for reports and
/// pictures. Parameters do not count: what a method calls its argument is not its name.
final class Names implements Pass {
    private static final String RUNTIME = "Lgoloom/runtime/";
    private static final Set<String> NAMED =
            Set.of(
                    "Chan",
                    "Signal",
                    "SendChan",
                    "RecvChan",
                    "Mutex",
                    "RWMutex",
                    "WaitGroup",
                    "Once",
                    "Cond");
    private static final MethodTypeDesc NAME =
            MethodTypeDesc.of(
                    ConstantDescs.CD_void, ConstantDescs.CD_Object, ConstantDescs.CD_String);

    @Override
    public CodeTransform body(MethodModel method, CodeModel code) {
        Map<Integer, List<LocalVariable>> locals = new HashMap<>();
        for (CodeElement e : code) {
            if (e instanceof LocalVariable v && isNamed(v.typeSymbol()) && !isShells(v)) {
                locals.computeIfAbsent(v.slot(), _ -> new java.util.ArrayList<>()).add(v);
            }
        }
        return (b, e) -> {
            String name = nameOfTarget(e, locals);
            if (name != null) {
                b.dup().loadConstant(name).invokestatic(WOVEN, "name", NAME);
            }
            b.with(e);
        };
    }

    private static @Nullable String nameOfTarget(
            CodeElement e, Map<Integer, List<LocalVariable>> locals) {
        if (e instanceof FieldInstruction f
                && (f.opcode() == Opcode.PUTSTATIC || f.opcode() == Opcode.PUTFIELD)
                && isNamed(f.typeSymbol())) {
            return f.name().stringValue();
        }
        if (e instanceof StoreInstruction s && s.typeKind() == TypeKind.REFERENCE) {
            List<LocalVariable> candidates = locals.get(s.slot());
            // A slot may serve two variables one after the other: then we cannot tell them apart
            // here.
            if (candidates != null && candidates.size() == 1) {
                return candidates.getFirst().name().stringValue();
            }
        }
        return null;
    }

    /// JShell's own variables, `ch_` for the cell's `ch`.
    private static boolean isShells(LocalVariable v) {
        return v.name().stringValue().endsWith("_");
    }

    private static boolean isNamed(ClassDesc type) {
        String d = type.descriptorString();
        return d.startsWith(RUNTIME)
                && NAMED.contains(d.substring(RUNTIME.length(), d.length() - 1));
    }
}
