package goloom.runtime.gotests;

import static goloom.runtime.Go.*;
import static goloom.runtime.gotests.TestContexts.isDone;
import static java.time.Duration.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import goloom.runtime.Context;
import goloom.runtime.ErrGroup;
import goloom.runtime.GoBody;
import goloom.runtime.TestProgram;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Go: golang.org/x/sync/errgroup/errgroup_test.go.
final class ErrGroupTest {
    private static final Exception ERR1 = new Exception("errgroup_test: 1");
    private static final Exception ERR2 = new Exception("errgroup_test: 2");
    private static final Exception DOOM = new Exception("group_test: doomed");

    private static GoBody failing(@Nullable Exception err) {
        return () -> {
            if (err != null) {
                throw err;
            }
        };
    }

    private static List<@Nullable Exception> errors(@Nullable Exception... errors) {
        return Arrays.asList(errors);
    }

    static Stream<List<@Nullable Exception>> errorsInOrder() {
        @Nullable Exception none = null;
        return Stream.of(
                errors(), errors(none), errors(ERR1), errors(ERR1, none), errors(ERR1, none, ERR2));
    }

    /// Go: TestZeroGroup.
    @ParameterizedTest
    @MethodSource("errorsInOrder")
    void await_gives_the_first_error(List<@Nullable Exception> errors) {
        TestProgram.run(
                        _ -> {
                            var g = new ErrGroup();
                            Exception first = null;
                            for (Exception err : errors) {
                                g.go(failing(err));
                                first = first == null ? err : first;
                                assertThat(g.await()).isSameAs(first);
                            }
                        })
                .ok();
    }

    static Stream<Arguments> errorsAndFirst() {
        @Nullable Exception none = null;
        return Stream.of(
                arguments(errors(), null),
                arguments(errors(none), null),
                arguments(errors(DOOM), DOOM),
                arguments(errors(DOOM, none), DOOM));
    }

    /// Go: TestWithContext, TestCancelCause.
    @ParameterizedTest
    @MethodSource("errorsAndFirst")
    void context_is_cancelled_with_the_first_error(
            List<@Nullable Exception> errors, @Nullable Exception first) {
        TestProgram.run(
                        _ -> {
                            for (boolean tryGo : new boolean[] {false, true}) {
                                var g = ErrGroup.withContext(Context.background());
                                for (Exception err : errors) {
                                    if (tryGo) {
                                        assertThat(g.tryGo(failing(err))).isTrue();
                                    } else {
                                        g.go(failing(err));
                                    }
                                }
                                assertThat(g.await()).isSameAs(first);
                                isDone(g.context(), Context.CANCELED);
                                assertThat(g.context().cause())
                                        .isSameAs(first == null ? Context.CANCELED : first);
                            }
                        })
                .ok();
    }

    /// Go: TestTryGo.
    @Test
    void try_go_starts_as_many_as_the_limit_allows() {
        TestProgram.run(
                        _ -> {
                            int n = 42;
                            var g = new ErrGroup();
                            var ch = signal();
                            g.setLimit(n);
                            for (int _ : range(n)) {
                                assertThat(g.tryGo(ch::send)).isTrue();
                            }
                            assertThat(g.tryGo(ch::send)).isFalse();
                            go(() -> {
                                for (int _ : range(n)) {
                                    ch.recv();
                                }
                            });
                            g.await();
                            assertThat(g.tryGo(ch::send)).isTrue();
                            go(() -> ch.recv());
                            g.await();

                            g.setLimit(1);
                            assertThat(g.tryGo(ch::send)).isTrue();
                            assertThat(g.tryGo(ch::send)).isFalse();
                            go(() -> ch.recv());
                            g.await();

                            g.setLimit(0);
                            for (int _ : range(1 << 10)) {
                                assertThat(g.tryGo(ch::send)).isFalse();
                            }
                            g.await();
                        })
                .ok();
    }

    /// Go: TestGoLimit.
    @Test
    void go_waits_while_the_limit_is_reached() {
        TestProgram.procs(4)
                .runs(_ -> {
                    int limit = 10;
                    var g = new ErrGroup();
                    g.setLimit(limit);
                    AtomicInteger active = new AtomicInteger();
                    for (int _ : range((1 << 10) + 1)) {
                        g.go(() -> {
                            int n = active.incrementAndGet();
                            if (n > limit) {
                                throw new Exception("saw " + n + " active goroutines");
                            }
                            sleep(ofNanos(1000)); // so that others become active
                            active.decrementAndGet();
                        });
                    }
                    assertThat(g.await()).isNull();
                })
                .ok();
    }
}
