package goloom.kernel.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimestampsTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-21T09:05:03.000001999Z, 2026-11-21T09:05:03.000001Z",
        "2026-01-02T03:04:05Z, 2026-01-02T03:04:05.000000Z",
        "1999-12-31T23:59:59.999999999Z, 1999-12-31T23:59:59.999999Z",
    })
    void there_are_always_six_digits_behind_the_second(String instant, String wanted) {
        assertThat(Timestamps.format(Instant.parse(instant))).isEqualTo(wanted);
    }
}
