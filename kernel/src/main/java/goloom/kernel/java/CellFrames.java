package goloom.kernel.java;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Stack frames as learners read them: `cell [3], line 4, in hello`. No generated names, no frames
/// of the kernel or of the runtime; of the JDK only those between the failure and the cell. A
/// recursion is folded.
final class CellFrames {
    private static final int MOST = 40;
    private static final Pattern WRAPPER = Pattern.compile("REPL\\.\\$JShell\\$\\d+[A-Z]*\\$?(.*)");
    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.*?)\\$\\d+");
    private static final Pattern ANONYMOUS =
            Pattern.compile("\\$?JShell\\$anonymous\\$*\\d*|\\$?anonymous\\$*\\d+|\\d+");

    /// A line of a stack.
    ///
    /// @param cell the cell, 0 for a frame of a library
    /// @param line the line in the cell
    /// @param method what runs there: `hello`, `Account.deposit`, or null at the top of a cell
    /// @param library for a frame of a library, or a note in place of frames, its text
    record Frame(int cell, int line, @Nullable String method, @Nullable String library) {
        @Override
        public String toString() {
            if (library != null) {
                return library;
            }
            return "cell [" + cell + "], line " + line + (method == null ? "" : ", in " + method);
        }
    }

    private CellFrames() {}

    /// The frames to show, innermost first.
    static List<Frame> of(List<StackTraceElement> stack) {
        List<Frame> frames = new ArrayList<>();
        int lastCell = -1;
        for (int i = 0; i < stack.size(); i++) {
            if (Sources.cellOf(stack.get(i).getFileName()) > 0) {
                lastCell = i;
            }
        }
        for (int i = 0; i <= lastCell; i++) {
            StackTraceElement e = stack.get(i);
            int cell = Sources.cellOf(e.getFileName());
            if (cell > 0) {
                frames.add(new Frame(cell, e.getLineNumber(), method(e), null));
            } else if (!isHidden(e)) {
                library(frames, e);
            }
        }
        return frames;
    }

    /// Of a library's calls in a row only the innermost is of interest.
    private static void library(List<Frame> frames, StackTraceElement e) {
        if (frames.isEmpty() || frames.getLast().cell() > 0) {
            frames.add(new Frame(0, 0, null, e.getClassName() + "." + e.getMethodName()));
        }
    }

    /// Texts of the frames, repetitions folded.
    static List<String> texts(List<Frame> frames) {
        return folded(frames).stream().map(Frame::toString).toList();
    }

    /// The frames without repetitions; in their place is a frame that says so.
    static List<Frame> folded(List<Frame> frames) {
        List<Frame> folded = new ArrayList<>();
        for (int i = 0; i < frames.size(); ) {
            int period = period(frames, i);
            if (period > 0) {
                int repeats = repeats(frames, i, period);
                folded.addAll(frames.subList(i, i + period));
                folded.add(note("... the same " + (repeats - 1) + " times more"));
                i += period * repeats;
            } else {
                folded.add(frames.get(i++));
            }
            if (folded.size() >= MOST && i < frames.size()) {
                folded.add(note("... " + (frames.size() - i) + " calls more"));
                break;
            }
        }
        return folded;
    }

    private static Frame note(String text) {
        return new Frame(0, 0, null, text);
    }

    /// The length of a sequence that comes at least three times from `i` on; 0: there is none.
    private static int period(List<Frame> frames, int i) {
        for (int p = 1; p <= 8; p++) {
            if (repeats(frames, i, p) >= 3) {
                return p;
            }
        }
        return 0;
    }

    private static int repeats(List<Frame> frames, int i, int period) {
        int n = 1;
        while (i + (n + 1) * period <= frames.size()
                && frames.subList(i, i + period)
                        .equals(frames.subList(i + n * period, i + (n + 1) * period))) {
            n++;
        }
        return n;
    }

    private static boolean isHidden(StackTraceElement e) {
        String c = e.getClassName();
        return c.startsWith("goloom.")
                || c.startsWith("REPL.")
                || c.startsWith("java.lang.invoke.")
                || c.startsWith("jdk.internal.")
                || c.startsWith("java.lang.VirtualThread");
    }

    private static @Nullable String method(StackTraceElement e) {
        String type = typeName(e.getClassName());
        String m = e.getMethodName();
        Matcher lambda = LAMBDA.matcher(m);
        boolean isLambda = lambda.matches();
        if (isLambda) {
            m = lambda.group(1);
        }
        if (m.startsWith("do_it$")) {
            return isLambda ? "a lambda" : null;
        }
        if (m.equals("<init>") || m.equals("new")) {
            return type.isEmpty() ? null : "new " + type;
        }
        if (m.equals("<clinit>") || m.equals("static")) {
            return type.isEmpty() ? null : "class " + type;
        }
        String name = type.isEmpty() ? m : type + "." + m;
        return isLambda ? "a lambda of " + name : name;
    }

    /// The learner's name of a class: "" for the class that JShell wraps around a cell's
    /// statements.
    private static String typeName(String className) {
        Matcher w = WRAPPER.matcher(className);
        if (!w.matches()) {
            return className.substring(className.lastIndexOf('.') + 1);
        }
        String inner = w.group(1);
        if (inner.isEmpty()) {
            return "";
        }
        List<String> names = new ArrayList<>();
        for (String part : inner.split("\\$")) {
            if (!part.isEmpty() && !ANONYMOUS.matcher(part).matches()) {
                names.add(part);
            }
        }
        return String.join(".", names);
    }
}
