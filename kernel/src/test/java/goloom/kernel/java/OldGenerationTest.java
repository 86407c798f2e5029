package goloom.kernel.java;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OldGenerationTest {
    private static final long MB = 1L << 20;

    @Test
    void a_small_heap_is_left_alone() {
        assertThat(OldGeneration.isDue(47 * MB, 0)).isFalse();
        assertThat(OldGeneration.isDue(49 * MB, 0)).isTrue();
    }

    @Test
    void a_large_one_may_grow_to_twice_what_is_alive() {
        assertThat(OldGeneration.isDue(1_999 * MB, 1_000 * MB)).isFalse();
        assertThat(OldGeneration.isDue(2_001 * MB, 1_000 * MB)).isTrue();
    }
}
