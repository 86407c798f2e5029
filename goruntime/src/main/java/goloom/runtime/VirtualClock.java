package goloom.runtime;

import java.time.Instant;

/// See [Clock#virtual()]. Starts at 2009-11-10 23:00:00 UTC, as Go's playground does.
public final class VirtualClock implements Clock {
    private static final Instant START = Instant.parse("2009-11-10T23:00:00Z");

    private static final long BEGIN = 1; // 0 is no time: that of a timer which is not set

    // Written by the scheduler when every goroutine waits.
    private volatile long nanos = BEGIN;

    VirtualClock() {}

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public Instant now() {
        return START.plusNanos(nanos - BEGIN);
    }

    /// Moves the time forward; an earlier time is ignored. For the scheduler.
    public void advanceTo(long newNanos) {
        if (newNanos > nanos) {
            nanos = newNanos;
        }
    }
}
