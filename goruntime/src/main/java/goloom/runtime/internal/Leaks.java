package goloom.runtime.internal;

import goloom.runtime.GoroutineDump;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/*
 * Goroutines that wait for something that nobody can reach any more, and so for ever. Go 1.26: the goroutine
 * leak profile.
 *
 * Go starts a garbage collection from the goroutines that run, adds those whose channel or lock was found, and
 * repeats; the rest is leaked. Here the parked stack of a goroutine is an object that hangs on its channel, so
 * an ordinary collection finds the same, once our own list of goroutines lets go of those that wait.
 *
 * A leaked goroutine is collected and never runs again, not even its finally blocks. What remains of it is its
 * report: as in Go it is still counted, and listed.
 *
 * Differs from Go: a variable that compiled code would no longer need may still keep a channel alive in code
 * that is interpreted, so a leak may be found only at a later look; there are no false reports.
 */
public final class Leaks {
    private final List<GoroutineDump> found = new ArrayList<>(); // guarded by this

    Leaks() {}

    /// A goroutine that waits, held only weakly.
    private record Suspect(
            WeakReference<G> ref, GoroutineDump dump, AllGs.Chunk chunk, int index) {}

    /// All that have been found, by number.
    synchronized List<GoroutineDump> all() {
        return List.copyOf(found);
    }

    private synchronized void add(List<GoroutineDump> more) {
        found.addAll(more);
        found.sort(Comparator.comparingInt(GoroutineDump::id));
    }

    private synchronized int clear() {
        int n = found.size();
        found.clear();
        return n;
    }

    /// Forgets those that have been found; gives how many they were.
    public static int forget(Sched sched) {
        int n = sched.leaks.clear();
        sched.register.forget(n);
        return n;
    }

    /// Finds them, and lets them be collected. Takes as long as a full garbage collection.
    public static List<GoroutineDump> find(Sched sched) {
        List<GoroutineDump> leaked = new ArrayList<>();
        sched.freeze()
                .run(() ->
                        sched.sysmon.runAlone(() -> {
                            List<Suspect> suspects = suspects(sched);
                            System.gc();
                            settle(suspects, leaked);
                        }));
        sched.leaks.add(leaked);
        return sched.leaks.all();
    }

    private static List<Suspect> suspects(Sched sched) {
        List<Suspect> suspects = new ArrayList<>();
        sched.forEachG(g -> {
            AllGs.Chunk c = g.allgsChunk;
            boolean waits =
                    g.status() == G.WAITING
                            || (g.status() == G.RUNNING && JdkWaits.waits(g.thread));
            if (waits && c != null && !g.mainOfRuntime) {
                suspects.add(new Suspect(new WeakReference<>(g), Dumps.leaked(g), c, g.allgsIndex));
            }
        });
        for (Suspect s : suspects) {
            AllGs.hide(s.chunk(), s.index());
        }
        return suspects;
    }

    private static void settle(List<Suspect> suspects, List<GoroutineDump> leaked) {
        for (Suspect s : suspects) {
            G g = s.ref().get();
            if (g != null) {
                AllGs.unhide(s.chunk(), s.index(), g);
            } else {
                AllGs.free(s.chunk(), s.index());
                leaked.add(s.dump());
            }
        }
    }
}
