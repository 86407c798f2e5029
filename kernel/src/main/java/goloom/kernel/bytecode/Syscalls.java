package goloom.kernel.bytecode;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

/// Announces calls that may block the thread, as Go's system calls do: the scheduler then gives the
/// P to others at once. Calls that are not known here are noticed by the watchman, a little later.
///
/// ```
/// enterSyscall(); try { call } finally { exitSyscall(); }
/// ```
final class Syscalls implements Pass {
    private static final MethodTypeDesc NOTHING = MethodTypeDesc.of(ConstantDescs.CD_void);
    private static final Set<String> READS =
            Set.of(
                    "read",
                    "readAllBytes",
                    "readNBytes",
                    "readFully",
                    "readLine",
                    "readAllLines",
                    "transferTo",
                    "skip",
                    "next",
                    "nextLine",
                    "nextInt",
                    "nextLong",
                    "nextDouble",
                    "hasNext",
                    "hasNextLine",
                    "hasNextInt");
    private static final Set<String> READERS =
            Set.of(
                    "java/io/InputStream",
                    "java/io/FileInputStream",
                    "java/io/BufferedInputStream",
                    "java/io/DataInputStream",
                    "java/io/RandomAccessFile",
                    "java/io/Reader",
                    "java/io/BufferedReader",
                    "java/io/InputStreamReader",
                    "java/io/FileReader",
                    "java/util/Scanner",
                    "java/nio/channels/FileChannel",
                    "java/nio/channels/ReadableByteChannel");
    private static final Map<String, Set<String>> OTHERS =
            Map.of(
                    "java/io/FileInputStream", Set.of("<init>"),
                    "java/io/FileOutputStream", Set.of("<init>", "write"),
                    "java/io/RandomAccessFile", Set.of("<init>", "write"),
                    "java/io/OutputStream", Set.of("write", "flush"),
                    "java/io/FileReader", Set.of("<init>"),
                    "java/nio/channels/FileChannel", Set.of("open", "write", "lock", "force"),
                    "java/net/InetAddress", Set.of("getByName", "getAllByName", "getLocalHost"),
                    "java/lang/ProcessBuilder", Set.of("start"),
                    "java/lang/Process", Set.of("waitFor"));

    /// One call that is wrapped.
    private record Region(Label start, Label end, Label handler) {}

    @Override
    public CodeTransform body(MethodModel method, CodeModel code) {
        long calls = code.elementStream().filter(Syscalls::blocks).count();
        if (calls == 0 || method.methodName().stringValue().equals("<init>")) {
            return CodeTransform.ACCEPT_ALL;
        }
        return new CodeTransform() {
            private final Queue<Region> open = new ArrayDeque<>();
            private final Queue<Region> done = new ArrayDeque<>();

            @Override
            public void atStart(CodeBuilder b) {
                // Entered first, these handlers come before the learner's own: the innermost
                // region.
                for (long i = 0; i < calls; i++) {
                    Region r = new Region(b.newLabel(), b.newLabel(), b.newLabel());
                    b.exceptionCatchAll(r.start(), r.end(), r.handler());
                    open.add(r);
                }
            }

            @Override
            public void accept(CodeBuilder b, CodeElement e) {
                if (!blocks(e)) {
                    b.with(e);
                    return;
                }
                Region r = open.remove();
                b.invokestatic(WOVEN, "enterSyscall", NOTHING);
                b.labelBinding(r.start()).with(e).labelBinding(r.end());
                b.invokestatic(WOVEN, "exitSyscall", NOTHING);
                done.add(r);
            }

            @Override
            public void atEnd(CodeBuilder b) {
                for (Region r : done) {
                    b.labelBinding(r.handler());
                    b.invokestatic(WOVEN, "exitSyscall", NOTHING);
                    b.athrow();
                }
            }
        };
    }

    private static boolean blocks(CodeElement e) {
        if (!(e instanceof InvokeInstruction i)) {
            return false;
        }
        String owner = i.owner().asInternalName();
        String name = i.name().stringValue();
        return (READERS.contains(owner) && READS.contains(name))
                || (OTHERS.containsKey(owner) && OTHERS.get(owner).contains(name))
                || (owner.equals("java/nio/file/Files")
                        && (name.startsWith("read") || name.startsWith("write")));
    }
}
