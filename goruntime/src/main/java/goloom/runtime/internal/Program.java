package goloom.runtime.internal;

import goloom.runtime.GoBody;
import goloom.runtime.GoroutineDump;
import goloom.runtime.Outcome;
import goloom.trace.Site;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/*
 * The beginning and the end of what runs on a runtime.
 *
 * A runtime runs one main function at a time. How it ends:
 *   main returns                     the run ends; in a program all other goroutines end too
 *   a goroutine panics, a fatal      the runtime ends, with all its goroutines
 *   error, a deadlock, an exit
 *   an interrupt                     the goroutines that it is meant for end
 *
 * The first end wins. The thread that called run() tears down; if there is none, because no main runs, a
 * thread is made for it and the listener is told.
 */
public final class Program {
    private static final long KILL_NANOS = 2_000_000_000L;
    private static final long INTERRUPT_NANOS = 80_000_000L;
    private static final int INTERRUPT_EVERY = 8; // passes of killAll
    private static final int DEAF_PASSES = 3 * INTERRUPT_EVERY; // some 40 ms

    private final Sched sched;
    final Deadlock deadlock;

    /// One call of run().
    private static final class Run {
        final Thread waiter = Thread.currentThread();
        final AtomicReference<@Nullable Outcome> outcome = new AtomicReference<>();
        final G main;
        volatile boolean goexit; // main has called goexit
        volatile boolean killed; // main was ended from outside

        Run(G main) {
            this.main = main;
        }
    }

    private volatile @Nullable Run run;
    private final AtomicReference<@Nullable Outcome> end =
            new AtomicReference<>(); // of the runtime
    private volatile boolean program; // main's return is the end of the runtime
    private volatile Consumer<Outcome> listener = _ -> {};
    private volatile @Nullable PrintStream stdout; // null: System.out

    Program(Sched sched) {
        this.sched = sched;
        this.deadlock = new Deadlock(sched);
    }

    public void configure(boolean endsWithMain, Consumer<Outcome> endListener) {
        program = endsWithMain;
        listener = endListener;
    }

    public void setStdout(@Nullable PrintStream out) {
        stdout = out;
    }

    PrintStream stdout() {
        PrintStream out = stdout;
        return out == null ? System.out : out;
    }

    public void assumeOutsideThreads() {
        deadlock.assumeOutsideThreads();
    }

    /// Runs `main` as goroutine 1 and waits until it has ended, one way or the other.
    public Outcome run(GoBody main) {
        if (G.current() != null) {
            throw new IllegalStateException("run: called from a goroutine; start one with go(...)");
        }
        Run r;
        synchronized (this) {
            Outcome over = end.get();
            if (over != null) {
                throw new IllegalStateException("run: this runtime has ended");
            }
            if (run != null) {
                throw new IllegalStateException("run: a main function is running already");
            }
            r = new Run(sched.newmain(main));
            run = r; // after newmain: without a main goroutine it would look like a deadlock
        }
        sched.startMain(r.main);
        boolean interrupted = false;
        Outcome outcome;
        for (; ; ) {
            outcome = r.outcome.get();
            if (outcome != null) {
                break;
            }
            LockSupport.park(this);
            if (Thread.interrupted()) {
                interrupted = true;
                interrupt(_ -> true);
            }
        }
        run = null;
        sched.tracer.seeCpus();
        if (end.get() != null) {
            teardown();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return outcome;
    }

    /// True while a main function runs or waits, also after it has called goexit.
    boolean isRunning() {
        Run r = run;
        return r != null && !r.killed && r.outcome.get() == null;
    }

    /// True when the runtime has ended: its goroutines must not print any more.
    public boolean isOver() {
        return end.get() != null;
    }

    boolean mainCalledGoexit() {
        Run r = run;
        return r != null && r.goexit;
    }

    // ---- ends

    /// Main has ended. Normally: it returned.
    void mainEnded(G main, boolean normally) {
        Run r = run;
        if (r == null) {
            return;
        }
        if (main.killed) {
            r.killed = true; // whoever did that says how the run ends
        } else if (!normally) {
            r.goexit = true;
        } else if (program) {
            end(new Outcome.Returned());
        } else {
            finish(r, new Outcome.Returned());
        }
    }

    void uncaught(G g, Throwable e) {
        if (g.killed || isOver()) {
            return;
        }
        List<Throwable> panics = PanicText.chain(e);
        if (panics.getLast() instanceof Goexit) {
            return;
        }
        panics.removeIf(Unwind.class::isInstance);
        Throwable first = panics.getFirst();
        Outcome o;
        if (first instanceof StackOverflowError) {
            o = fatalOf(g, Panics.STACK_OVERFLOW, first);
        } else {
            try {
                String headline = PanicText.headline(g, panics);
                o = new Outcome.Panicked(headline, Dumps.of(g, "running", first), first);
            } catch (RuntimeException broken) { // the code that makes the value's text
                o = fatalOf(g, Panics.PRINTING + broken.getMessage(), broken);
            }
        }
        TraceBuf t = sched.tracer.outside();
        if (t != null) {
            int site = Site.of(List.of(first.getStackTrace()));
            t.panic(g, o.report().lines().findFirst().orElse(""), site);
        }
        end(o);
    }

    private static Outcome fatalOf(G g, String text, Throwable e) {
        return new Outcome.Fatal(text, false, List.of(Dumps.of(g, "running", e)));
    }

    /// @param all report every goroutine, not only this one
    void fatal(G g, String text, boolean all) {
        List<GoroutineDump> dump = new ArrayList<>();
        dump.add(Dumps.of(g, "running", new Throwable()));
        if (all) {
            Dumps.all(sched).stream().filter(d -> d.id() != g.id).forEach(dump::add);
        }
        end(new Outcome.Fatal(text, false, dump));
        kill(g);
    }

    void deadlocked(String text, List<GoroutineDump> dump) {
        end(new Outcome.Fatal(text, true, dump));
    }

    /// Ends the runtime with an exit code.
    public void exit(int code) {
        end(new Outcome.Exited(code));
        G g = G.current();
        if (g != null && g.sched == sched) {
            kill(g);
            throw Kill.INSTANCE;
        }
    }

    private void end(Outcome o) {
        if (claimEnd(o)) {
            publish(o);
        }
    }

    /// The first end wins; whoever has it publishes it.
    boolean claimEnd(Outcome o) {
        return end.compareAndSet(null, o);
    }

    void publish(Outcome o) {
        sched.tracer.over();
        Run r;
        synchronized (this) {
            r = run;
        }
        if (r != null) {
            finish(r, o);
        } else {
            Thread t =
                    new Thread(
                            Threads.group(),
                            () -> {
                                teardown();
                                listener.accept(o);
                            },
                            "goloom-teardown");
            t.setDaemon(true);
            t.start();
        }
    }

    private static void finish(Run r, Outcome o) {
        if (r.outcome.compareAndSet(null, o)) {
            LockSupport.unpark(r.waiter);
        }
    }

    /// Ends every goroutine and the threads. Safe to call twice.
    public void teardown() {
        end.compareAndSet(null, new Outcome.Interrupted(List.of()));
        if (sched.isDown()) {
            return;
        }
        try {
            killAll(_ -> true, KILL_NANOS);
            sched.shutdown();
        } catch (SpinLock.Stuck e) {
            sched.crash.report("the end of the program", null, e);
        }
    }

    // ---- interrupt and kill

    /// Ends the goroutines whose thread `which` accepts. If main is one of them, the run ends as
    /// interrupted.
    public List<GoroutineDump> interrupt(Predicate<Thread> which) {
        Run r = run;
        if (r != null && which.test(r.main.thread)) {
            sched.tracer.over();
        }
        List<GoroutineDump> stuck = new ArrayList<>();
        for (G g : killAll(g -> which.test(g.thread), INTERRUPT_NANOS)) {
            stuck.add(Dumps.live(g));
        }
        if (r != null && r.main.killed) {
            finish(r, new Outcome.Interrupted(stuck));
        }
        return stuck;
    }

    /// Asks goroutines to end until they have, at most for so long. Gives those that have not.
    private List<G> killAll(Predicate<G> which, long nanos) {
        long deadline = System.nanoTime() + nanos;
        long pause = 20_000;
        int deaf = 0;
        G me = G.current();
        for (int pass = 0; ; pass++) {
            List<G> left = new ArrayList<>();
            sched.forEachG(g -> {
                if (g != me && g.status() != G.DEAD && which.test(g)) {
                    left.add(g);
                }
            });
            if (left.isEmpty() || System.nanoTime() - deadline > 0) {
                return left;
            }
            // Nobody but those whom an interrupt does not wake: they wait for ever.
            deaf = left.stream().allMatch(Program::waitsForEver) ? deaf + 1 : 0;
            if (deaf > DEAF_PASSES) {
                return left;
            }
            boolean interrupt = pass % INTERRUPT_EVERY == 0;
            for (G g : left) {
                if (g.unwinding && !interrupt) {
                    continue; // its finally blocks get some time
                }
                kill(g);
                if (interrupt && (g.status() == G.RUNNING || g.status() == G.SYSCALL)) {
                    g.thread.interrupt();
                }
            }
            LockSupport.parkNanos(pause);
            pause = Math.min(pause * 2, 2_000_000);
        }
    }

    private static boolean waitsForEver(G g) {
        return g.status() == G.RUNNING && JdkWaits.waits(g.thread) && !JdkWaits.isTimed(g.thread);
    }

    /// Asks a goroutine to end. If it waits in an operation of ours it is woken; if it runs, it
    /// ends at its next poll or operation.
    private void kill(G g) {
        g.killed = true;
        switch (g.status()) {
            case G.WAITING -> {
                Waitable on = g.waitOn;
                boolean mine =
                        switch (g.waitReason()) {
                            case SELECT, SELECT_NO_CASES, CHAN_SEND_NIL, CHAN_RECEIVE_NIL ->
                                    g.claimSelect();
                            default -> on != null && on.cancelWait(g);
                        };
                if (mine) {
                    Sched.ready(g);
                }
            }
            case G.RUNNING, G.SYSCALL -> Preempt.request(g);
            default -> {}
        }
    }
}
