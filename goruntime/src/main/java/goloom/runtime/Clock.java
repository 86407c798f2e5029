package goloom.runtime;

import java.time.Instant;

/// The one place where a runtime reads the time.
public interface Clock {
    /// Nanoseconds from an arbitrary start; never goes back.
    long nanos();

    /// The wall clock, for `now()` and for the value that a timer sends.
    Instant now();

    /// The time of this machine.
    static Clock system() {
        return SystemClock.INSTANCE;
    }

    /// Time that stands still while a goroutine can run and jumps to the next timer when all of
    /// them wait, as in Go's playground. `sleep(ofHours(1))` then takes no time. Waits with a time
    /// limit in JDK code, such as `Thread.sleep`, take the time that they say, and the clock stands
    /// still meanwhile. A clock belongs to one runtime.
    static VirtualClock virtual() {
        return new VirtualClock();
    }
}
