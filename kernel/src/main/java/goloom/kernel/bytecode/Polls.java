package goloom.kernel.bytecode;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Polls at each method entry and before each backward jump, so that no loop and no recursion runs
/// for ever without the scheduler having a say. See goloom.runtime.internal.Preempt, whose call
/// sites cost nothing until they are needed.
///
/// Not in constructors and class initialisers: a class initialiser cannot give up its thread.
final class Polls implements Pass {
    private static final DynamicCallSiteDesc POLL =
            DynamicCallSiteDesc.of(
                    MethodHandleDesc.ofMethod(
                            DirectMethodHandleDesc.Kind.STATIC,
                            ClassDesc.of("goloom.runtime.internal.Preempt"),
                            "bootstrap",
                            MethodTypeDesc.of(
                                    ConstantDescs.CD_CallSite,
                                    ConstantDescs.CD_MethodHandles_Lookup,
                                    ConstantDescs.CD_String,
                                    ConstantDescs.CD_MethodType)),
                    "poll",
                    MethodTypeDesc.of(ConstantDescs.CD_void));

    @Override
    public CodeTransform body(MethodModel method, CodeModel code) {
        if (method.methodName().stringValue().startsWith("<")) {
            return CodeTransform.ACCEPT_ALL;
        }
        return new CodeTransform() {
            private final Set<Label> passed = new HashSet<>();

            private boolean entered;

            @Override
            public void accept(CodeBuilder b, CodeElement e) {
                if (!entered && e instanceof Instruction) { // its line number has come before it
                    entered = true;
                    b.invokedynamic(POLL);
                }
                switch (e) {
                    case LabelTarget t -> passed.add(t.label());
                    case BranchInstruction j when passed.contains(j.target()) ->
                            b.invokedynamic(POLL);
                    case TableSwitchInstruction s when back(s.defaultTarget(), s.cases()) ->
                            b.invokedynamic(POLL);
                    case LookupSwitchInstruction s when back(s.defaultTarget(), s.cases()) ->
                            b.invokedynamic(POLL);
                    default -> {}
                }
                b.with(e);
            }

            private boolean back(Label defaultTarget, List<SwitchCase> cases) {
                return passed.contains(defaultTarget)
                        || cases.stream().anyMatch(c -> passed.contains(c.target()));
            }
        };
    }
}
