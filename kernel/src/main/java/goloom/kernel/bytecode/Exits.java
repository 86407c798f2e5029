package goloom.kernel.bytecode;

import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/// `System.exit(n)`, `Runtime.exit(n)` and `Runtime.halt(n)` end the program of the cell, not the
/// kernel.
final class Exits implements Pass {
    private static final ClassDesc EXIT = ClassDesc.of("goloom.kernel.java.CellExit");
    private static final MethodTypeDesc INT =
            MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);
    private static final MethodTypeDesc RUNTIME_INT =
            MethodTypeDesc.of(
                    ConstantDescs.CD_void, ClassDesc.of("java.lang.Runtime"), ConstantDescs.CD_int);

    @Override
    public CodeTransform body(MethodModel method, CodeModel code) {
        return (b, e) -> {
            if (e instanceof InvokeInstruction i && i.type().equalsString("(I)V")) {
                String owner = i.owner().asInternalName();
                String name = i.name().stringValue();
                if (owner.equals("java/lang/System") && name.equals("exit")) {
                    b.invokestatic(EXIT, "exit", INT);
                    return;
                }
                if (owner.equals("java/lang/Runtime")
                        && (name.equals("exit") || name.equals("halt"))) {
                    b.invokestatic(EXIT, "exit", RUNTIME_INT);
                    return;
                }
            }
            b.with(e);
        };
    }
}
