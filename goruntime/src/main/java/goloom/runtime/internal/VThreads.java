package goloom.runtime.internal;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/*
 * The only file that touches the inside of the JDK. Each member used, all in java.lang:
 *
 *   VirtualThread(Executor, String, int, Runnable)   a virtual thread with a scheduler of its own
 *   VirtualThread.scheduler                          thread -> its goroutine, a plain load
 *   VirtualThread.state                              what a goroutine that waits in JDK code waits for
 *   VirtualThread.onWaitingList                      a monitor was released, its waiter is not yet queued
 *   VirtualThread.DEFAULT_SCHEDULER                  where virtual threads that a goroutine starts go
 *   VirtualThread.runContinuation                    what its task is bound to: the thread itself
 *   Thread.yield0()                                  lets another OS thread run, without a goroutine switch
 *   Thread.asyncGetStackTrace()                      the stack of a virtual thread that is on a carrier
 *
 * What our use of them rests on (JDK 25, VirtualThread.java):
 *   - Thread.yield() in a virtual thread unmounts it and then, on the carrier, calls
 *     scheduler.execute(runContinuation). So execute is the place where a park is committed.
 *   - If the thread is pinned, Thread.yield() returns without a call of execute.
 *   - LockSupport.park unmounts and calls execute only when the thread is unparked.
 */
final class VThreads {
    private VThreads() {}

    // VirtualThread.state, the values that the deadlock rule reads.
    static final int PARKED = 4;
    static final int PINNED = 5;
    static final int TIMED_PARKED = 7;
    static final int TIMED_PINNED = 8;
    static final int UNPARKED = 9;
    static final int YIELDED = 11;
    static final int BLOCKED = 13;
    static final int UNBLOCKED = 14;
    static final int WAIT = 16;
    static final int TIMED_WAIT = 18;
    private static final int SUSPENDED = 1 << 8;

    /// `Thread.Builder` flag: the thread does not inherit thread locals.
    private static final int NO_INHERIT_THREAD_LOCALS = 1 << 2;

    private static final MethodHandle NEW;
    private static final MethodHandle SCHEDULER;
    private static final MethodHandle YIELD0;
    private static final MethodHandle MOUNTED_STACK;
    private static final VarHandle STATE;
    private static final VarHandle ON_WAITING_LIST;
    private static final Executor DEFAULT_SCHEDULER;

    static {
        try {
            Class<?> vt = Class.forName("java.lang.VirtualThread");
            MethodHandles.Lookup in = MethodHandles.privateLookupIn(vt, MethodHandles.lookup());
            NEW =
                    in.findConstructor(
                                    vt,
                                    MethodType.methodType(
                                            void.class,
                                            Executor.class,
                                            String.class,
                                            int.class,
                                            Runnable.class))
                            .asType(
                                    MethodType.methodType(
                                            Thread.class,
                                            Executor.class,
                                            String.class,
                                            int.class,
                                            Runnable.class));
            SCHEDULER =
                    in.findGetter(vt, "scheduler", Executor.class)
                            .asType(MethodType.methodType(Executor.class, Thread.class));
            STATE = in.findVarHandle(vt, "state", int.class);
            ON_WAITING_LIST = in.findVarHandle(vt, "onWaitingList", boolean.class);
            DEFAULT_SCHEDULER =
                    (Executor)
                            in.findStaticGetter(vt, "DEFAULT_SCHEDULER", forkJoinPool()).invoke();
            YIELD0 =
                    MethodHandles.privateLookupIn(Thread.class, MethodHandles.lookup())
                            .findStatic(Thread.class, "yield0", MethodType.methodType(void.class));
            MOUNTED_STACK =
                    in.findSpecial(
                                    Thread.class,
                                    "asyncGetStackTrace",
                                    MethodType.methodType(StackTraceElement[].class),
                                    vt)
                            .asType(MethodType.methodType(StackTraceElement[].class, Thread.class));
            // Threads that serve sockets are made by the first user of a socket and would inherit
            // that goroutine as their scheduler; made here, by a platform thread, they do not.
            Class.forName("sun.nio.ch.Poller", true, null);
        } catch (Throwable e) {
            throw unavailable(e);
        }
    }

    /// Looks the members up.
    static void load() {}

    private static Class<?> forkJoinPool() {
        return java.util.concurrent.ForkJoinPool.class;
    }

    /// What to do about a JVM in which a member is missing or closed, in one line.
    static IllegalStateError unavailable(Throwable e) {
        String jdk = System.getProperty("java.version");
        if (e instanceof IllegalAccessException) {
            return new IllegalStateError(
                    "this JVM does not open java.lang: start it with --add-opens"
                            + " java.base/java.lang=ALL-UNNAMED (JDK "
                            + jdk
                            + ")",
                    e);
        }
        return new IllegalStateError(
                "goroutines need JDK 25, whose virtual threads take a scheduler; this is JDK "
                        + jdk
                        + ": "
                        + e.getMessage(),
                e);
    }

    /// The JVM cannot run goroutines; the message says what to do.
    static final class IllegalStateError extends Error {
        private static final long serialVersionUID = 1L;

        IllegalStateError(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /// By the constructor of JDK 25.
    private static final GoroutineFactory FACTORY = VThreads::construct;

    /// How goroutines are made in this JVM.
    static GoroutineFactory factory() {
        return FACTORY;
    }

    private static Thread construct(Executor scheduler, @Nullable String name, Runnable body) {
        try {
            return (Thread) NEW.invokeExact(scheduler, name, NO_INHERIT_THREAD_LOCALS, body);
        } catch (Throwable e) {
            throw rethrow(e);
        }
    }

    /// The scheduler of a virtual thread: its goroutine, or the JDK's pool.
    static Executor scheduler(Thread virtual) {
        try {
            return (Executor) SCHEDULER.invokeExact(virtual);
        } catch (Throwable e) {
            throw rethrow(e);
        }
    }

    /// Runs a step of a virtual thread that is no goroutine on the JDK's own pool.
    static void runOnDefaultScheduler(Runnable step) {
        DEFAULT_SCHEDULER.execute(step);
    }

    /// The virtual thread that a task of the JDK continues; null if the task does not tell.
    static @Nullable Thread threadOf(Runnable task) {
        return TASK_THREAD.get(task.getClass()).apply(task);
    }

    /// The task is a method reference, this::runContinuation: an object with one field.
    private static final ClassValue<Function<Runnable, @Nullable Thread>> TASK_THREAD =
            new ClassValue<>() {
                @Override
                protected Function<Runnable, @Nullable Thread> computeValue(Class<?> type) {
                    for (Field f : type.getDeclaredFields()) {
                        if (Thread.class.isAssignableFrom(f.getType()) && f.trySetAccessible()) {
                            return task -> threadIn(f, task);
                        }
                    }
                    return _ -> null;
                }
            };

    private static @Nullable Thread threadIn(Field f, Runnable task) {
        try {
            return (Thread) f.get(task);
        } catch (IllegalAccessException e) {
            throw new LinkageError("a field that is accessible cannot be read", e);
        }
    }

    static int state(Thread virtual) {
        return (int) STATE.getVolatile(virtual) & ~SUSPENDED;
    }

    /// True if the JDK would run it when asked to.
    static boolean isRunnable(Thread virtual) {
        int s = state(virtual);
        return s == UNPARKED || s == YIELDED || s == UNBLOCKED;
    }

    static boolean onWaitingList(Thread virtual) {
        return (boolean) ON_WAITING_LIST.getVolatile(virtual);
    }

    /// Lets another OS thread run. Not `Thread.yield`, which would switch the goroutine.
    static void osyield() {
        try {
            YIELD0.invokeExact();
        } catch (Throwable e) {
            throw rethrow(e);
        }
    }

    /// The stack of a virtual thread if it is on a carrier, else nothing.
    ///
    /// Not `Thread.getStackTrace`: that suspends a thread which has just left its carrier, and then
    /// submits it to its scheduler again. An M that takes such a goroutine from its queue meanwhile
    /// could run it while it is queued a second time.
    static StackTraceElement[] mountedStack(Thread virtual) {
        try {
            StackTraceElement[] stack = (StackTraceElement[]) MOUNTED_STACK.invokeExact(virtual);
            return stack == null ? NO_STACK : stack;
        } catch (Throwable e) {
            throw rethrow(e);
        }
    }

    private static final StackTraceElement[] NO_STACK = {};

    /// Blocks the OS thread, for a pinned goroutine, until `LockSupport.unpark(thread)`.
    static void parkPinned(Object blocker) {
        LockSupport.park(blocker);
    }

    @SuppressWarnings("TypeParameterUnusedInFormals")
    private static <E extends Throwable> RuntimeException rethrow(Throwable e) throws E {
        @SuppressWarnings("unchecked")
        E any = (E) e;
        throw any;
    }
}
