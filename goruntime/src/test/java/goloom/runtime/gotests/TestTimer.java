package goloom.runtime.gotests;

import static goloom.runtime.Go.*;

import goloom.runtime.Chan;
import goloom.runtime.GoTicker;
import goloom.runtime.GoTimer;
import goloom.runtime.RecvChan;
import java.time.Duration;
import java.time.Instant;

/// A timer as Go's own tests of timers see it, made in three ways.
interface TestTimer {
    RecvChan<Instant> c();

    /// False also if that is not known.
    boolean stop();

    boolean reset(Duration d);

    /// How a timer is made.
    enum Kind {
        CHAN {
            @Override
            TestTimer make(Duration d) {
                GoTimer t = new GoTimer(d);
                return new Of(t.c(), t);
            }
        },
        /// Go: newTimerFunc. A timer that runs a function, which sends the time.
        FUNC {
            @Override
            TestTimer make(Duration d) {
                Chan<Instant> c = Chan.make(1);
                return new Of(c, afterFunc(d, () -> c.send(now())));
            }
        };

        abstract TestTimer make(Duration d);
    }

    /// A timer and its channel.
    record Of(RecvChan<Instant> c, GoTimer timer) implements TestTimer {
        @Override
        public boolean stop() {
            return timer.stop();
        }

        @Override
        public boolean reset(Duration d) {
            return timer.reset(d);
        }
    }

    /// Go: tickerTimer. A ticker that says of stop and reset what a timer would.
    final class Ticking implements TestTimer {
        private final GoTicker ticker;
        private boolean stopped;

        Ticking(Duration d) {
            ticker = new GoTicker(d);
        }

        @Override
        public RecvChan<Instant> c() {
            return ticker.c();
        }

        @Override
        public boolean stop() {
            boolean pending = !stopped;
            stopped = true;
            ticker.stop();
            return pending;
        }

        @Override
        public boolean reset(Duration d) {
            boolean pending = !stopped;
            stopped = false;
            ticker.reset(d);
            return pending;
        }
    }
}
