package goloom.kernel.bytecode;

import goloom.trace.Site;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/// Tells the runtime, before each call into it, which line makes the call.
final class Sites implements Pass {
    private static final String RUNTIME = "goloom/runtime/";
    private static final MethodTypeDesc AT =
            MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);

    private final int unit;

    Sites(int unit) {
        this.unit = unit;
    }

    @Override
    public CodeTransform body(MethodModel method, CodeModel code) {
        return new CodeTransform() {
            private int line;

            @Override
            public void accept(CodeBuilder b, CodeElement e) {
                if (e instanceof LineNumber n) {
                    line = n.line();
                } else if (line > 0 && e instanceof InvokeInstruction i && isRuntime(i)) {
                    b.loadConstant(Site.pack(unit, line)).invokestatic(WOVEN, "at", AT);
                }
                b.with(e);
            }
        };
    }

    private static boolean isRuntime(InvokeInstruction i) {
        String owner = i.owner().asInternalName();
        return owner.startsWith(RUNTIME) && owner.indexOf('/', RUNTIME.length()) < 0;
    }
}
