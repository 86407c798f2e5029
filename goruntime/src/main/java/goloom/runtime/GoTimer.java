package goloom.runtime;

import goloom.runtime.internal.GTimer;
import goloom.runtime.internal.Hchan;
import goloom.runtime.internal.Sched;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that happens once, later. Go: time.Timer, as since Go 1.23: after a stop or a reset no
/// old value can be received, and the channel shows no buffer.
public final class GoTimer {
    private final GTimer t;
    private final Sched sched;
    private final @Nullable Chan<Instant> c;

    /// A timer that sends the time on [#c] after `d`: `time.NewTimer(d)`.
    public GoTimer(Duration d) {
        sched = Ambient.sched("new GoTimer");
        Hchan h = new Hchan(1);
        t = new GTimer(sched, late -> h.timerSend(sched.wallClock().minusNanos(late)), h);
        h.setTimer(t);
        c = new Chan<>(h, Instant.EPOCH, Instant.class);
        t.set(Ambient.when(sched, d), 0);
    }

    /// A timer that runs `body` in a goroutine of its own after `d`.
    GoTimer(Sched sched, Duration d, GoBody body) {
        this.sched = sched;
        this.c = null;
        this.t = new GTimer(sched, _ -> sched.goFromTimer(body), null);
        t.set(Ambient.when(sched, d), 0);
    }

    /// The channel: `t.C`; nil for a timer that runs a body.
    public RecvChan<Instant> c() {
        return c == null ? Chan.nil() : c;
    }

    /// Stops it. True if that prevented it from firing.
    public boolean stop() {
        return t.stop();
    }

    /// Sets it to fire after `d`. True if it was still to fire.
    public boolean reset(Duration d) {
        return t.set(Ambient.when(sched, d), 0);
    }
}
