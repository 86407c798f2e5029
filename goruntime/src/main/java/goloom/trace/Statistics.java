package goloom.trace;

/// Figures of a trace.
///
/// @param goroutines how many lived in the window
/// @param created how many were created in it
/// @param procs the largest GOMAXPROCS
/// @param threads OS threads that showed a sign of life
/// @param mostRunning how many goroutines ran at the same instant, at most
/// @param steals how often a thread stole from another P's queue
/// @param stolen how many goroutines were stolen
/// @param handoffs how often a P was taken from a thread that blocked
/// @param preemptions how often a goroutine was taken off its P after its time slice
/// @param yields how often one gave up its P by itself
/// @param calls blocking calls
/// @param waits how often a goroutine had to wait
/// @param running the time in which goroutines ran, added up, in nanoseconds
/// @param length the length of the window, in nanoseconds
public record Statistics(
        int goroutines,
        int created,
        int procs,
        int threads,
        int mostRunning,
        long steals,
        long stolen,
        long handoffs,
        long preemptions,
        long yields,
        long calls,
        long waits,
        long running,
        long length) {

    static Statistics of(Spans spans, Threads threads) {
        Trace t = spans.trace();
        int created = 0;
        int procs = t.procs();
        long steals = 0;
        long stolen = 0;
        long handoffs = 0;
        long preemptions = 0;
        long yields = 0;
        for (int i = 0; i < t.size(); i++) {
            switch (t.kind(i)) {
                case GO_CREATE -> created++;
                case GOMAXPROCS -> procs = Math.max(procs, t.arg(i));
                case STEAL -> {
                    steals++;
                    stolen += t.arg(i);
                }
                case PROC_HANDOFF -> handoffs++;
                case GO_STOP -> {
                    if (t.reason(i) == WaitReason.PREEMPTED) {
                        preemptions++;
                    } else {
                        yields++;
                    }
                }
                default -> {}
            }
        }
        int alive = 0;
        for (int g = 0; g < spans.goroutines(); g++) {
            alive += spans.from(g) < spans.to(g) ? 1 : 0;
        }
        long calls = 0;
        long waits = 0;
        long running = 0;
        for (int i = 0; i < spans.size(); i++) {
            switch (spans.state(i)) {
                case SYSCALL -> calls++;
                case WAITING -> waits++;
                case RUNNING -> running += spans.end(i) - spans.start(i);
                case RUNNABLE, NOT_EXIST -> {}
            }
        }
        return new Statistics(
                alive,
                created,
                procs,
                threads.lanes().size(),
                mostRunning(spans),
                steals,
                stolen,
                handoffs,
                preemptions,
                yields,
                calls,
                waits,
                running,
                spans.end() - spans.begin());
    }

    /// Counts in the order of events, which is exact even where two bear the same time.
    private static int mostRunning(Spans spans) {
        short[] change = new short[spans.trace().size() + 1];
        for (int i = 0; i < spans.size(); i++) {
            if (spans.state(i) == GoState.RUNNING) {
                change[spans.event(i) + 1]++;
                if (spans.endEvent(i) >= 0) {
                    change[spans.endEvent(i) + 1]--;
                }
            }
        }
        int most = 0;
        int now = 0;
        for (short c : change) {
            now += c;
            most = Math.max(most, now);
        }
        return most;
    }
}
