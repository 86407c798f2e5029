package goloom.kernel.bytecode;

import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.HashSet;
import java.util.Set;

/// At the start of a handler for Throwable or Error: what ends a goroutine goes on. Handlers
/// without a type are `finally` blocks and run as they are.
final class Handlers implements Pass {
    private static final Set<String> WIDE = Set.of("java/lang/Throwable", "java/lang/Error");
    private static final MethodTypeDesc CAUGHT =
            MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Throwable);

    @Override
    public CodeTransform body(MethodModel method, CodeModel code) {
        Set<Label> wide = new HashSet<>();
        for (CodeElement e : code) {
            if (e instanceof ExceptionCatch c
                    && c.catchType().isPresent()
                    && WIDE.contains(c.catchType().get().asInternalName())) {
                wide.add(c.handler());
            }
        }
        return (b, e) -> {
            b.with(e);
            if (e instanceof LabelTarget t && wide.contains(t.label())) {
                b.dup().invokestatic(WOVEN, "caught", CAUGHT);
            }
        };
    }
}
