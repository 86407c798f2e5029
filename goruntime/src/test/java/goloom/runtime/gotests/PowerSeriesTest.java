package goloom.runtime.gotests;

import static org.assertj.core.api.Assertions.assertThat;

import goloom.runtime.TestProgram;
import goloom.runtime.gotests.PowerSeries.Rat;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Go: test/chan/powser1.go. The coefficients come out of a big network of goroutines, of which
/// none is lost or doubled.
final class PowerSeriesTest {
    private static final int TERMS = 10;
    private static final Rat MINUS_ONE = Rat.ONE.negated();
    private static final Rat[] EXP = {
        Rat.of(1),
        Rat.of(1),
        Rat.of(3, 2),
        Rat.of(13, 6),
        Rat.of(73, 24),
        Rat.of(167, 40),
        Rat.of(4051, 720),
        Rat.of(37633, 5040),
        Rat.of(43817, 4480),
        Rat.of(4596553, 362880),
    };

    private static PowerSeries ones() {
        return PowerSeries.repeat(Rat.ONE);
    }

    private static PowerSeries twos() {
        return PowerSeries.repeat(Rat.of(2));
    }

    private static Rat arcTangent(int i) {
        return i % 2 == 0 ? Rat.ZERO : Rat.of(i % 4 == 1 ? 1 : -1, i);
    }

    static Stream<Arguments> series() {
        return Stream.of(
                is("ones", () -> ones(), _ -> Rat.ONE),
                is("ones + twos", () -> ones().plus(twos()), _ -> Rat.of(3)),
                is("ones - twos", () -> ones().minus(twos()), _ -> MINUS_ONE),
                is("-1 * twos", () -> twos().times(MINUS_ONE), _ -> Rat.of(-2)),
                is("D ones", () -> ones().derivative(), i -> Rat.of(i + 1)),
                is(
                        "integral of ones",
                        () -> ones().integral(Rat.ZERO),
                        i -> i == 0 ? Rat.ZERO : Rat.of(1, i)),
                is("ones * ones", () -> ones().times(ones()), i -> Rat.of(i + 1)),
                is("exp ones", () -> ones().exp(), i -> EXP[i]),
                is(
                        "arc tangent",
                        () -> ones().substitute(MINUS_ONE, 2).integral(Rat.ZERO),
                        PowerSeriesTest::arcTangent));
    }

    private static Arguments is(
            String name, Supplier<PowerSeries> series, IntFunction<Rat> coefficient) {
        return Arguments.of(name, series, coefficient);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("series")
    void coefficients_are_right(
            String name, Supplier<PowerSeries> series, IntFunction<Rat> coefficient) {
        for (int procs : new int[] {1, 2, 4}) {
            TestProgram.procs(procs)
                    .runs(_ -> {
                        PowerSeries s = series.get();
                        for (int i = 0; i < TERMS; i++) {
                            assertThat(s.get())
                                    .as("%s, term %d", name, i)
                                    .isEqualTo(coefficient.apply(i));
                        }
                    })
                    .ok();
        }
    }
}
