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
 * A leaked goroutine is collected and never runs again, not even its finally blocks.
 *
 * Differs from Go: a variable that compiled code would no longer need may still keep a channel alive in code
 * that is interpreted, so a leak may be found only at a later look; there are no false reports. Go keeps what it
 * has reported.
 */
public final class Leaks {
    private Leaks() {}

    /// A goroutine that waits, held only weakly.
    private record Suspect(
            WeakReference<G> ref, GoroutineDump dump, AllGs.Chunk chunk, int index) {}

    /// Finds them, and lets them be collected. Takes as long as a full garbage collection.
    public static List<GoroutineDump> find(Sched sched) {
        List<GoroutineDump> leaked = new ArrayList<>();
        sched.freeze()
                .run(() ->
                        sched.sysmon.runAlone(() -> {
                            List<Suspect> suspects = suspects(sched);
                            System.gc();
                            settle(sched, suspects, leaked);
                        }));
        leaked.sort(Comparator.comparingInt(GoroutineDump::id));
        return leaked;
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

    private static void settle(Sched sched, List<Suspect> suspects, List<GoroutineDump> leaked) {
        for (Suspect s : suspects) {
            G g = s.ref().get();
            if (g != null) {
                AllGs.unhide(s.chunk(), s.index(), g);
            } else {
                AllGs.free(s.chunk(), s.index());
                sched.register.collected();
                leaked.add(s.dump());
            }
        }
    }
}
