package goloom.kernel.debug;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Murmur2Test {
    /// The numbers are those that ipykernel gives.
    @Test
    void it_is_the_hash_of_jupyter() {
        assertThat(Murmur2.of("", 0)).isZero();
        assertThat(Murmur2.of("a", 0)).isEqualTo(2456313694L);
        assertThat(Murmur2.of("ab", 0x601008)).isEqualTo(985079342L);
        assertThat(Murmur2.of("abc", 0x601008)).isEqualTo(3742433483L);
        assertThat(Murmur2.of("int i = 5;", 0x601008)).isEqualTo(281134618L);
        assertThat(Murmur2.of("é𝄞 ja", 0x601008)).isEqualTo(840503204L);
    }
}
