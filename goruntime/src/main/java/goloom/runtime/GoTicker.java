package goloom.runtime;

import goloom.runtime.internal.GTimer;
import goloom.runtime.internal.Hchan;
import goloom.runtime.internal.Panics;
import goloom.runtime.internal.Sched;
import java.time.Duration;
import java.time.Instant;

/// Sends the time again and again. A tick that nobody takes before the next is dropped. Go:
/// time.Ticker.
public final class GoTicker {
    private final GTimer t;
    private final Sched sched;
    private final Chan<Instant> c;

    /// A ticker with the period `d`. Panics with `non-positive interval for NewTicker`.
    public GoTicker(Duration d) {
        if (d.isNegative() || d.isZero()) {
            throw Panics.plain("non-positive interval for NewTicker");
        }
        sched = Ambient.sched("new GoTicker");
        Hchan h = new Hchan(1);
        t = new GTimer(sched, late -> h.timerSend(sched.wallClock().minusNanos(late)), h);
        h.setTimer(t);
        c = new Chan<>(h, Instant.EPOCH, Instant.class);
        t.set(Ambient.when(sched, d), Ambient.nanos(d));
    }

    /// The channel: `t.C`.
    public RecvChan<Instant> c() {
        return c;
    }

    /// No more ticks. The channel is not closed.
    public void stop() {
        t.stop();
    }

    /// Starts again with the period `d`. Panics with `non-positive interval for Ticker.Reset`.
    public void reset(Duration d) {
        if (d.isNegative() || d.isZero()) {
            throw Panics.plain("non-positive interval for Ticker.Reset");
        }
        t.set(Ambient.when(sched, d), Ambient.nanos(d));
    }
}
