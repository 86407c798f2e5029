package goloom.kernel.bytecode;

import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/// `e.printStackTrace()` prints lines of cells, not the classes and calls that are behind them.
final class StackPrints implements Pass {
    private static final ClassDesc PRINTER = ClassDesc.of("goloom.kernel.java.CellStack");

    @Override
    public CodeTransform body(MethodModel method, CodeModel code) {
        return (b, e) -> {
            if (e instanceof InvokeInstruction i
                    && i.opcode() == Opcode.INVOKEVIRTUAL
                    && i.name().equalsString("printStackTrace")
                    && isKnown(i.typeSymbol())) {
                MethodTypeDesc withException =
                        i.typeSymbol().insertParameterTypes(0, ConstantDescs.CD_Object);
                b.invokestatic(PRINTER, "print", withException);
            } else {
                b.with(e);
            }
        };
    }

    private static boolean isKnown(MethodTypeDesc type) {
        return switch (type.descriptorString()) {
            case "()V", "(Ljava/io/PrintStream;)V", "(Ljava/io/PrintWriter;)V" -> true;
            default -> false;
        };
    }
}
