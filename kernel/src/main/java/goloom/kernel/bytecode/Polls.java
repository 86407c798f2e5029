package goloom.kernel.bytecode;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
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
import java.lang.reflect.AccessFlag;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Polls at each method entry and before each backward jump, so that no loop and no recursion runs
/// for ever without the scheduler having a say. See goloom.runtime.internal.Preempt, whose call
/// sites cost nothing until they are needed.
///
/// A class has one call site, in a method of its own, which is linked before the class runs; the
/// JIT makes nothing of that method:
///
///     static void $poll$() { if (<invokedynamic>) Preempt.poll(); }
///
/// Not in constructors and class initialisers: a class initialiser cannot give up its thread. Not
/// at the start of the code of a cell itself, which runs once.
final class Polls implements Pass {
    /// The method that polls. Calling it links it.
    static final String METHOD = "$poll$";

    private static final MethodTypeDesc NOTHING = MethodTypeDesc.of(ConstantDescs.CD_void);
    private static final ClassDesc PREEMPT = ClassDesc.of("goloom.runtime.internal.Preempt");
    private static final DynamicCallSiteDesc REQUESTED =
            DynamicCallSiteDesc.of(
                    MethodHandleDesc.ofMethod(
                            DirectMethodHandleDesc.Kind.STATIC,
                            PREEMPT,
                            "bootstrap",
                            MethodTypeDesc.of(
                                    ConstantDescs.CD_CallSite,
                                    ConstantDescs.CD_MethodHandles_Lookup,
                                    ConstantDescs.CD_String,
                                    ConstantDescs.CD_MethodType)),
                    "requested",
                    MethodTypeDesc.of(ConstantDescs.CD_boolean));

    private final ClassModel owner;

    Polls(ClassModel owner) {
        this.owner = owner;
    }

    @Override
    public ClassTransform transform() {
        return Pass.super
                .transform()
                .andThen(
                        ClassTransform.endHandler(b ->
                                b.withMethodBody(
                                        METHOD,
                                        NOTHING,
                                        ClassFile.ACC_STATIC
                                                | ClassFile.ACC_SYNTHETIC
                                                | (isInterface() ? ClassFile.ACC_PUBLIC : 0),
                                        Polls::ask)));
    }

    private static void ask(CodeBuilder b) {
        b.invokedynamic(REQUESTED)
                .ifThen(then -> then.invokestatic(PREEMPT, "poll", NOTHING))
                .return_();
    }

    private boolean isInterface() {
        return owner.flags().has(AccessFlag.INTERFACE);
    }

    private void poll(CodeBuilder b) {
        b.invokestatic(owner.thisClass().asSymbol(), METHOD, NOTHING, isInterface());
    }

    @Override
    public CodeTransform body(MethodModel method, CodeModel code) {
        String name = method.methodName().stringValue();
        if (name.startsWith("<") || name.equals(METHOD)) {
            return CodeTransform.ACCEPT_ALL;
        }
        return new CodeTransform() {
            private final Set<Label> passed = new HashSet<>();
            private boolean entered = name.startsWith("do_it$");

            @Override
            public void accept(CodeBuilder b, CodeElement e) {
                if (!entered && e instanceof Instruction) { // its line number has come before it
                    entered = true;
                    poll(b);
                }
                switch (e) {
                    case LabelTarget t -> passed.add(t.label());
                    case BranchInstruction j when passed.contains(j.target()) -> poll(b);
                    case TableSwitchInstruction s when back(s.defaultTarget(), s.cases()) ->
                            poll(b);
                    case LookupSwitchInstruction s when back(s.defaultTarget(), s.cases()) ->
                            poll(b);
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
