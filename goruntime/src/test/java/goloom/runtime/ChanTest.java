package goloom.runtime;

import static goloom.runtime.Go.*;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Rules of channels that no case of conformance shows.
final class ChanTest {
    @Test
    void buffer_that_does_not_fit_panics() {
        assertThat(TestProgram.run(_ -> chan(int.class, Integer.MAX_VALUE)).headline())
                .isEqualTo("panic: makechan: size out of range");
    }
}
