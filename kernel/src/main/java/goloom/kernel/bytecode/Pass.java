package goloom.kernel.bytecode;

import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.constant.ClassDesc;

/// One change to the method bodies of a class.
interface Pass {
    /// The runtime's entry points for woven code.
    ClassDesc WOVEN = ClassDesc.of("goloom.runtime.internal.Woven");

    /// What is done to one method body; it is asked for each body anew.
    CodeTransform body(MethodModel method, CodeModel code);

    /// The pass over a whole class.
    default ClassTransform transform() {
        return (cb, element) -> {
            if (element instanceof MethodModel method && method.code().isPresent()) {
                cb.transformMethod(
                        method,
                        (mb, part) -> {
                            if (part instanceof CodeModel code) {
                                mb.transformCode(code, body(method, code));
                            } else {
                                mb.with(part);
                            }
                        });
            } else {
                cb.with(element);
            }
        };
    }
}
