package goloom.runtime.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// The threads of a program that are no goroutines: those of its pools and servers. An interrupt
/// ends them too, as far as they can be reached: they are interrupted, and end at their next poll.
public final class PlainThreads {
    private static final long PAUSE_MS = 5;
    private static final int LOOKS = 1_000;

    private PlainThreads() {}

    /// Asks them to end, and goes on asking, on a thread of its own, while one of them runs.
    public static void end(Predicate<Thread> which) {
        Predicate<Thread> plain = t -> t.getThreadGroup() != Threads.group() && which.test(t);
        List<Thread> all = running(plain);
        all.forEach(Thread::interrupt);
        if (all.isEmpty()) {
            return;
        }
        Preempt.doom(plain);
        Thread t = new Thread(Threads.group(), () -> await(plain), "goloom-interrupt");
        t.setDaemon(true);
        t.start();
    }

    private static void await(Predicate<Thread> plain) {
        try {
            for (int look = 0; look < LOOKS; look++) {
                boolean busy = false;
                for (Thread t : running(plain)) {
                    busy |= t.getState() == Thread.State.RUNNABLE;
                }
                if (!busy) {
                    return;
                }
                Thread.sleep(PAUSE_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            Preempt.pardon(plain);
        }
    }

    /// Those that there are. The polls on their stacks are switched on.
    private static List<Thread> running(Predicate<Thread> plain) {
        List<Thread> found = new ArrayList<>();
        for (Map.Entry<Thread, StackTraceElement[]> e : Thread.getAllStackTraces().entrySet()) {
            if (plain.test(e.getKey())) {
                found.add(e.getKey());
                Preempt.switchSites(e.getValue());
            }
        }
        return found;
    }
}
