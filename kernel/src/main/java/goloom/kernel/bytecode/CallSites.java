package goloom.kernel.bytecode;

import java.lang.classfile.ClassTransform;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/// Takes the linking of lambdas, of string concatenation and the like out of the run: each call
/// site gets a number, and [Links] has it ready when it is reached.
///
/// Why: linking a lambda takes a tenth of a millisecond and more. A goroutine started by one
/// statement would have run before the next statement has made its lambda, while in Go the next
/// statement is nearly always first.
final class CallSites {
    private static final MethodHandleDesc BOOTSTRAP =
            MethodHandleDesc.ofMethod(
                    DirectMethodHandleDesc.Kind.STATIC,
                    ClassDesc.of("goloom.kernel.bytecode.Links"),
                    "bootstrap",
                    MethodTypeDesc.of(
                            ConstantDescs.CD_CallSite,
                            ConstantDescs.CD_MethodHandles_Lookup,
                            ConstantDescs.CD_String,
                            ConstantDescs.CD_MethodType,
                            ConstantDescs.CD_int));

    private CallSites() {}

    /// Numbers the call sites of a class; they are added to `found` in the order of their numbers.
    static ClassTransform number(List<DynamicCallSiteDesc> found) {
        return ClassTransform.transformingMethodBodies((b, e) -> {
            if (e instanceof InvokeDynamicInstruction i) {
                int number = found.size();
                found.add(
                        DynamicCallSiteDesc.of(
                                i.bootstrapMethod(),
                                i.name().stringValue(),
                                i.typeSymbol(),
                                i.bootstrapArgs().toArray(new java.lang.constant.ConstantDesc[0])));
                b.invokedynamic(
                        DynamicCallSiteDesc.of(
                                (DirectMethodHandleDesc) BOOTSTRAP,
                                i.name().stringValue(),
                                i.typeSymbol(),
                                number));
            } else {
                b.with(e);
            }
        });
    }
}
