package goloom.runtime.internal;

import static goloom.runtime.Go.go;
import static goloom.runtime.Go.sleep;
import static org.assertj.core.api.Assertions.assertThat;

import goloom.runtime.GoRuntime;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/// The watchman sleeps while all Ps are idle, and watches again as soon as one is not.
class SysmonWakesTest {
    private static final Duration LONG_ENOUGH = Duration.ofMillis(100); // for the watchman to sleep
    private static final long LIMIT = 60_000_000_000L;

    @Test
    void a_goroutine_that_a_timer_woke_can_lose_its_P() {
        AtomicBoolean otherRan = new AtomicBoolean();
        AtomicBoolean inTime = new AtomicBoolean();
        try (GoRuntime runtime = GoRuntime.builder().procs(1).build()) {
            runtime.run(() -> {
                sleep(LONG_ENOUGH);
                go(() -> otherRan.set(true));
                inTime.set(spinUntil(otherRan));
            });
        }
        assertThat(inTime).isTrue();
    }

    /// Keeps the thread busy, and polls nowhere. False: in vain.
    private static boolean spinUntil(AtomicBoolean flag) {
        long begin = System.nanoTime();
        while (!flag.get()) {
            if (System.nanoTime() - begin > LIMIT) {
                return false;
            }
            Thread.onSpinWait();
        }
        return true;
    }
}
