package goloom.runtime.internal;

import java.util.ArrayList;
import java.util.List;

/// Stack frames: which are a program's own.
final class Frames {
    private static final String INTERNAL = "goloom.runtime.internal.";

    private Frames() {}

    /// Without the frames of the runtime and of the JDK's thread start.
    static List<StackTraceElement> user(StackTraceElement[] stack) {
        List<StackTraceElement> frames = new ArrayList<>();
        for (StackTraceElement f : stack) {
            if (!isRuntime(f) && !isThreadStart(f)) {
                frames.add(f);
            }
        }
        // What the JDK does below the runtime is of no use to the reader: Thread.yield and the
        // like.
        while (!frames.isEmpty() && isSwitch(frames.getFirst())) {
            frames.removeFirst();
        }
        return frames;
    }

    static boolean isRuntime(StackTraceElement f) {
        String c = f.getClassName();
        return c.startsWith("goloom.runtime.") && c.indexOf("Test", 15) < 0;
    }

    private static boolean isThreadStart(StackTraceElement f) {
        String c = f.getClassName();
        return c.startsWith("java.lang.VirtualThread") || c.startsWith("jdk.internal.vm.");
    }

    private static boolean isSwitch(StackTraceElement f) {
        return f.getClassName().equals("java.lang.Thread")
                && (f.getMethodName().equals("yield") || f.getMethodName().equals("getStackTrace"));
    }

    /// True if the innermost frame that is not the JDK's is not of this package: then the thread is
    /// not inside the scheduler or a channel. The frame that calls a goroutine's body counts as the
    /// body: its class may have to be initialised first.
    static boolean outsideRuntime(StackTraceElement[] stack) {
        for (StackTraceElement f : stack) {
            String c = f.getClassName();
            if (isRuntime(f) && c.startsWith(INTERNAL)) {
                return c.equals(G.class.getName()) && f.getMethodName().equals("run");
            }
            if (!c.startsWith("java.") && !c.startsWith("jdk.") && !c.startsWith("sun.")) {
                return true;
            }
        }
        return false;
    }

    static boolean inPoller(StackTraceElement[] stack) {
        for (StackTraceElement f : stack) {
            if (f.getClassName().equals("sun.nio.ch.Poller")) {
                return true;
            }
        }
        return false;
    }

    /// True if it waits for a socket or for the end of a process.
    static boolean inPollerOrProcess(StackTraceElement[] stack) {
        for (StackTraceElement f : stack) {
            if (f.getClassName().equals("java.lang.ProcessImpl")) {
                return true;
            }
        }
        return inPoller(stack);
    }
}
