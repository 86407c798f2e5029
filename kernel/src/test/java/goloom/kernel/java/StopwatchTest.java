package goloom.kernel.java;

import static org.assertj.core.api.Assertions.assertThat;

import goloom.kernel.magic.Timing;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Timing code.
final class StopwatchTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 ns",
        "1.234, 1.23 ns",
        "12.34, 12.3 ns",
        "999.4, 999 ns",
        "999.7, 1.00 µs",
        "1234567, 1.23 ms",
        "99990000, 100 ms",
        "5e12, 5000 s",
    })
    void durations_have_three_digits(double nanos, String text) {
        assertThat(Stopwatch.text(nanos)).isEqualTo(text);
    }

    @Test
    void loops_and_runs_are_those_that_were_asked_for() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        String time =
                new Stopwatch(() -> false).time(new Timing.Repeated(20, 3), calls::incrementAndGet);
        assertThat(calls).hasValue(60);
        assertThat(time).contains("of 3 runs, 20 loops each");
    }

    @Test
    void an_interrupt_ends_it() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        new Stopwatch(() -> calls.get() >= 10)
                .time(new Timing.Repeated(0, 7), calls::incrementAndGet);
        assertThat(calls).hasValue(10);
    }
}
