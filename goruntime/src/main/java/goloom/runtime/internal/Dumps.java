package goloom.runtime.internal;

import goloom.runtime.GoroutineDump;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Goroutine reports.
public final class Dumps {
    private Dumps() {}

    /// All goroutines of a runtime, main first, then by id, with their stacks.
    public static List<GoroutineDump> all(Sched sched) {
        List<GoroutineDump> dumps = new ArrayList<>();
        G me = G.current();
        if (me == null || me.sched != sched) {
            sched.freeze().run(() -> collect(sched, dumps, null));
        } else {
            // A goroutine may not freeze the Ms itself: if it had to wait meanwhile, none of them
            // would run it again.
            GoroutineDump mine = dump(me, "running", new Throwable().getStackTrace());
            Thread helper =
                    new Thread(
                            Threads.group(),
                            () -> sched.freeze().run(() -> collect(sched, dumps, me)),
                            "goloom-dump");
            Running.waitFor(me, helper);
            dumps.add(mine);
            sort(dumps);
        }
        return dumps;
    }

    /// The same, when nothing runs anyway.
    static List<GoroutineDump> allQuiet(Sched sched) {
        List<GoroutineDump> dumps = new ArrayList<>();
        collect(sched, dumps, null);
        return dumps;
    }

    private static void collect(Sched sched, List<GoroutineDump> dumps, @Nullable G but) {
        sched.forEachG(g -> {
            if (g != but && g.status() != G.DEAD) {
                dumps.add(live(g));
            }
        });
        dumps.addAll(sched.leaks.all());
        sort(dumps);
    }

    private static void sort(List<GoroutineDump> dumps) {
        dumps.sort(Comparator.comparingInt(GoroutineDump::id));
    }

    /// A goroutine with the stack of an exception.
    static GoroutineDump of(G g, String status, Throwable e) {
        return dump(g, status, e.getStackTrace());
    }

    /// A goroutine with the stack that it has now.
    static GoroutineDump live(G g) {
        StackTraceElement[] stack = stack(g);
        return dump(g, status(g, stack), stack);
    }

    /// A goroutine that waits, with the stack that it has now, as one that is leaked.
    static GoroutineDump leaked(G g) {
        StackTraceElement[] stack = stack(g);
        return dump(g, status(g, stack) + " (leaked)", stack);
    }

    /// Its stack, while no M starts a goroutine (see [Freeze]).
    ///
    /// The JDK suspends a thread that is on no carrier, and submits it again afterwards. An M that
    /// is about to run it could come in between, and it would run and be queued at the same time.
    /// So one that is neither on its thread nor in a wait of the JDK is given the moment until it
    /// is.
    private static StackTraceElement[] stack(G g) {
        while (g.status() == G.RUNNING || g.status() == G.SYSCALL) {
            StackTraceElement[] stack = VThreads.mountedStack(g.thread);
            if (stack.length > 0) {
                return stack;
            }
            if (JdkWaits.waits(g.thread)) {
                break;
            }
            VThreads.osyield();
        }
        return g.thread.getStackTrace();
    }

    /// A goroutine of a runtime that has crashed: what can be read without waiting for it.
    static GoroutineDump afterCrash(G g) {
        boolean runs = g.status() == G.RUNNING || g.status() == G.SYSCALL;
        StackTraceElement[] stack =
                runs && !JdkWaits.waits(g.thread)
                        ? VThreads.mountedStack(g.thread)
                        : g.thread.getStackTrace();
        return dump(g, status(g, stack), stack);
    }

    private static GoroutineDump dump(G g, String status, StackTraceElement[] stack) {
        return new GoroutineDump(
                g.id,
                g.id == 1 ? null : g.name(),
                status,
                g.status() == G.WAITING ? g.sched.sysmon.minutesSince(g.waitSince) : 0,
                g.lockedm != null,
                Frames.user(stack),
                waitsFor(g),
                g.parent,
                g.site,
                g.goSite);
    }

    private static @Nullable String waitsFor(G g) {
        Waitable on = g.status() == G.WAITING ? g.waitOn : null;
        return on == null || on instanceof GTimer ? null : on.describe().label();
    }

    private static String status(G g, StackTraceElement @Nullable [] stack) {
        return switch (g.status()) {
            case G.RUNNABLE -> "runnable";
            case G.SYSCALL -> "syscall";
            case G.WAITING -> g.waitReason().header();
            case G.RUNNING -> {
                if (!JdkWaits.waits(g.thread)) {
                    yield "running";
                }
                if (stack != null && Frames.inPoller(stack)) {
                    yield goloom.trace.WaitReason.IO_WAIT.header();
                }
                yield JdkWaits.reason(g.thread).header();
            }
            default -> "dead";
        };
    }
}
