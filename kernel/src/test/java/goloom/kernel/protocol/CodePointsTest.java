package goloom.kernel.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodePointsTest {
    private static final String CODE = "var q = \"é𝄞\"; Syst";

    @Test
    void a_position_behind_an_astral_character_is_one_less_in_the_protocol() {
        assertThat(CodePoints.toUtf16(CODE, 17)).isEqualTo(18);
        assertThat(CodePoints.fromUtf16(CODE, 18)).isEqualTo(17);
    }

    @Test
    void positions_outside_are_moved_to_the_nearest_end() {
        assertThat(CodePoints.toUtf16("ab", -1)).isZero();
        assertThat(CodePoints.toUtf16("ab", 3)).isEqualTo(2);
        assertThat(CodePoints.fromUtf16("ab", 3)).isEqualTo(2);
    }
}
