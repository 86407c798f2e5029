package goloom.runtime.internal;

import org.jspecify.annotations.Nullable;

/// What we need to know of Java threads.
final class Threads {
    private static final ThreadGroup GROUP = new ThreadGroup("goloom");
    private static final ClassLoader SYSTEM = ClassLoader.getSystemClassLoader();

    private static final @Nullable ThreadGroup VIRTUAL =
            Thread.ofVirtual().unstarted(() -> {}).getThreadGroup();

    private Threads() {}

    /// The group of the threads of all runtimes.
    static ThreadGroup group() {
        return GROUP;
    }

    /// A goroutine takes over the context class loader of the one that starts it, as threads do.
    /// Notebooks mark the cell with it.
    static void inheritContext(@Nullable G parent, Thread child) {
        Thread from = parent == null ? Thread.currentThread() : parent.thread;
        ClassLoader context = from.getContextClassLoader();
        if (context != SYSTEM) {
            child.setContextClassLoader(context);
        }
    }

    /// True if a thread lives that a goroutine, or another virtual thread, has started: such
    /// threads are in the group of virtual threads.
    static boolean anyStartedByVirtualThreads() {
        ThreadGroup g = VIRTUAL;
        return g != null && g.activeCount() > 0;
    }

    /// True on the JDK's threads that wait for sockets.
    static boolean isPoller() {
        return Thread.currentThread().getName().endsWith("-Poller");
    }
}
