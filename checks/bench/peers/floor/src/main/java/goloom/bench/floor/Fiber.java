package goloom.bench.floor;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// The least that a goroutine on a virtual thread can be: it is started, it waits, it is woken. One
/// OS thread runs all of them, in Go's order on one P: the one that was started or woken last runs
/// next, and puts the one that was to run next at the end of the queue. Nobody steals from the queue.
/// There is no preemption, no trace, no deadlock and no end from outside.
final class Fiber implements Executor {
    private static final int NO_INHERIT_THREAD_LOCALS = 1 << 2;
    private static final MethodHandle NEW = constructor();

    // Touched by the one OS thread only.
    private static final ArrayDeque<Fiber> RUNNABLE = new ArrayDeque<>();
    private static @Nullable Fiber next;
    private static @Nullable Fiber running;

    @Nullable Object value; // for the partner that it waits for, or from it
    private @Nullable Runnable continuation;
    private boolean waits;

    private static MethodHandle constructor() {
        try {
            Class<?> type = Class.forName("java.lang.VirtualThread");
            return MethodHandles.privateLookupIn(type, MethodHandles.lookup())
                    .findConstructor(
                            type,
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
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /// Starts one: it goes to the end of the queue.
    static void start(Runnable body) {
        Fiber f = new Fiber();
        try {
            ((Thread) NEW.invokeExact((Executor) f, (String) null, NO_INHERIT_THREAD_LOCALS, body))
                    .start();
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    static Fiber current() {
        return Objects.requireNonNull(running);
    }

    /// Runs `main` and all that it starts, until all have ended or wait.
    static void run(Runnable main) {
        start(main);
        for (Fiber f = poll(); f != null; f = poll()) {
            running = f;
            Objects.requireNonNull(f.continuation).run();
        }
    }

    private static @Nullable Fiber poll() {
        Fiber f = next;
        if (f == null) {
            return RUNNABLE.poll();
        }
        next = null;
        return f;
    }

    /// The JDK submits its continuation: at the start, and when it has left its thread.
    @Override
    public void execute(Runnable task) {
        boolean first = continuation == null;
        continuation = task;
        if (first) {
            wake();
        } else if (waits) {
            waits = false;
        } else {
            RUNNABLE.add(this);
        }
    }

    /// Leaves the thread until somebody calls [#wake].
    void await() {
        waits = true;
        Thread.yield();
    }

    void wake() {
        if (next != null) {
            RUNNABLE.add(next);
        }
        next = this;
    }
}
