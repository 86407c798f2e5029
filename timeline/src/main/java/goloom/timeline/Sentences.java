package goloom.timeline;

import goloom.trace.Analysis;
import goloom.trace.Ending;
import goloom.trace.ForkJoin;
import goloom.trace.ForkJoin.Link;
import goloom.trace.Statistics;
import goloom.trace.Trace;
import goloom.trace.Trace.Resource;
import java.util.ArrayList;
import java.util.List;

/// Makes the sentence of the figures.
final class Sentences {
    private final Analysis a;
    private final Statistics s;

    Sentences(Analysis a) {
        this.a = a;
        this.s = a.statistics();
    }

    /// Begins with `still running` while the program is; `4 goroutines on 1 P and 1 thread, 1.3 ms:
    /// never two ran at the same instant; work …`
    String figures() {
        List<String> parts = new ArrayList<>();
        parts.add(who() + ": " + atOnce());
        parts.add(graph());
        List<String> counted = new ArrayList<>();
        counted(counted, s.steals(), "steal");
        counted(counted, s.handoffs(), "hand-off");
        counted(counted, s.preemptions(), "preemption");
        counted(counted, s.calls(), "blocking call");
        if (!counted.isEmpty()) {
            parts.add(String.join(", ", counted));
        }
        boolean runs = a.trace().ending().kind() == Ending.Kind.RUNNING;
        return (runs ? "Still running: " : "") + String.join("; ", parts) + ".";
    }

    private String who() {
        return Units.count(s.goroutines(), "goroutine")
                + " on "
                + Units.count(s.procs(), "P")
                + " and "
                + Units.count(s.threads(), "thread")
                + ", "
                + Units.time(s.length());
    }

    private String atOnce() {
        if (s.goroutines() == 1) {
            return fromOutside()
                    ? "only one, and threads outside Go"
                    : "only one, so nothing is concurrent";
        }
        return s.mostRunning() <= 1
                ? "never two ran at the same instant"
                : "at most " + s.mostRunning() + " ran at the same instant";
    }

    private boolean fromOutside() {
        Trace t = a.trace();
        for (int i = 0; i < t.size(); i++) {
            if (OutsideLane.isOutside(t, i)) {
                return true;
            }
        }
        return false;
    }

    private String graph() {
        ForkJoin f = a.forkJoin();
        return "work "
                + Units.time(f.work())
                + ", span "
                + Units.time(f.span())
                + (dependsOnThisRun() ? " (of this run)" : "")
                + ", parallelism "
                + Units.ratio(f.parallelism());
    }

    private static void counted(List<String> to, long n, String noun) {
        if (n > 0) {
            to.add(Units.count(n, noun));
        }
    }

    /// With channels and locks, who waits for whom may differ from run to run. Pure forks and joins
    /// do not.
    boolean dependsOnThisRun() {
        ForkJoin f = a.forkJoin();
        if (!f.isDrawn()) {
            return a.trace().resources().stream()
                    .anyMatch(r -> r.kind() != Resource.Kind.WAITGROUP);
        }
        return f.edges().stream().anyMatch(e -> e.link() == Link.VALUE || e.link() == Link.WAKE);
    }

    /// What the fork-join graph says, for its heading.
    String bound() {
        ForkJoin f = a.forkJoin();
        String figures =
                "work "
                        + Units.time(f.work())
                        + " ÷ span "
                        + Units.time(f.span())
                        + " = parallelism "
                        + Units.ratio(f.parallelism())
                        + "; ";
        return s.procs() == 1
                ? figures + "on 1 P it takes at least the work"
                : figures
                        + Units.count(s.procs(), "P")
                        + " can make it at most "
                        + Units.ratio(f.bound(s.procs()))
                        + " times as fast as one";
    }
}
