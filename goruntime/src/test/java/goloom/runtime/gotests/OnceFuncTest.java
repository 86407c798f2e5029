package goloom.runtime.gotests;

import static goloom.runtime.Go.*;
import static org.assertj.core.api.Assertions.assertThat;

import goloom.runtime.GoBody;
import goloom.runtime.GoRuntimeError;
import goloom.runtime.TestProgram;
import goloom.runtime.WaitGroup;
import java.lang.ref.WeakReference;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Go: sync/oncefunc_test.go. OnceValues is onceValue of a record.
final class OnceFuncTest {
    private int calls;

    private record Pair(int a, int b) {}

    /// Go: TestOnceFunc.
    @Test
    void once_func_runs_once() {
        TestProgram.run(
                        _ -> {
                            GoBody f = onceFunc(() -> calls++);
                            for (int _ : range(10)) {
                                f.run();
                            }
                            assertThat(calls).isEqualTo(1);
                        })
                .ok();
    }

    /// Go: TestOnceValue.
    @Test
    void once_value_keeps_the_value() {
        TestProgram.run(
                        _ -> {
                            Supplier<Integer> f = onceValue(() -> ++calls);
                            for (int _ : range(10)) {
                                assertThat(f.get()).isEqualTo(1);
                            }
                            assertThat(calls).isEqualTo(1);
                        })
                .ok();
    }

    /// Go: TestOnceValues.
    @Test
    void once_value_of_a_record_keeps_both_values() {
        TestProgram.run(
                        _ -> {
                            Supplier<Pair> f = onceValue(() -> new Pair(++calls, calls + 1));
                            assertThat(f.get()).isSameAs(f.get());
                            assertThat(f.get()).isEqualTo(new Pair(1, 2));
                            assertThat(calls).isEqualTo(1);
                        })
                .ok();
    }

    private void panicsTwiceWith(GoBody f, @Nullable Object value) throws Exception {
        for (int _ : range(2)) {
            boolean panicked = false;
            try {
                f.run();
            } catch (RuntimeException e) {
                panicked = true;
                Object r = recovered(e);
                if (value == null) {
                    assertThat(r)
                            .isInstanceOf(GoRuntimeError.class)
                            .hasToString("panic called with nil argument");
                } else {
                    assertThat(r).isEqualTo(value);
                }
            }
            assertThat(panicked).isTrue();
        }
        assertThat(calls).isEqualTo(1);
    }

    /// Go: TestOnceFuncPanic.
    @Test
    void once_func_panics_each_time_with_the_same_value() {
        TestProgram.run(_ ->
                        panicsTwiceWith(
                                onceFunc(() -> {
                                    calls++;
                                    panic("x");
                                }),
                                "x"))
                .ok();
    }

    /// Go: TestOnceValuePanic, TestOnceValuesPanic.
    @Test
    void once_value_panics_each_time_with_the_same_value() {
        TestProgram.run(
                        _ -> {
                            Supplier<Integer> f =
                                    onceValue(() -> {
                                        calls++;
                                        throw panic("x");
                                    });
                            panicsTwiceWith(() -> assertThat(f.get()).isZero(), "x");
                        })
                .ok();
    }

    /// Go: TestOnceFuncPanicNil.
    @Test
    void once_func_panics_each_time_with_nil() {
        TestProgram.run(_ ->
                        panicsTwiceWith(
                                onceFunc(() -> {
                                    calls++;
                                    panic(null);
                                }),
                                null))
                .ok();
    }

    /// Go: TestOnceFuncGoexit.
    @Test
    void once_func_that_calls_goexit_is_not_run_again() {
        TestProgram.run(
                        _ -> {
                            GoBody f =
                                    onceFunc(() -> {
                                        calls++;
                                        goexit();
                                    });
                            for (int _ : range(2)) {
                                var wg = new WaitGroup();
                                wg.go(f);
                                wg.await();
                            }
                            assertThat(calls).isEqualTo(1);
                        })
                .ok();
    }

    private static void origin() {
        panic("x");
    }

    /// Go: TestOnceFuncPanicTraceback.
    @Test
    void first_panic_shows_where_it_came_from() {
        var ran = TestProgram.run(_ -> onceFunc(OnceFuncTest::origin).run());
        assertThat(ran.headline()).startsWith("panic: x");
        assertThat(ran.outcome().report()).contains("OnceFuncTest.origin(");
    }

    enum Kind {
        FUNC,
        VALUE,
        FUNC_PANIC,
        VALUE_PANIC;

        GoBody of(byte[] captured) {
            return switch (this) {
                case FUNC -> onceFunc(() -> captured[0] = 1);
                case VALUE -> calling(onceValue(() -> captured[0] = 1));
                case FUNC_PANIC ->
                        onceFunc(() -> {
                            captured[0] = 1;
                            panic("x");
                        });
                case VALUE_PANIC ->
                        calling(
                                onceValue(() -> {
                                    captured[0] = 1;
                                    throw panic("x");
                                }));
            };
        }

        private static GoBody calling(Supplier<?> value) {
            return () -> {
                var _ = value.get();
            };
        }
    }

    private @Nullable WeakReference<byte[]> captured;

    private GoBody capture(Kind kind) {
        byte[] bytes = new byte[1024];
        captured = new WeakReference<>(bytes);
        return kind.of(bytes);
    }

    private static void runIgnoringPanics(GoBody f) throws Exception {
        try {
            f.run();
        } catch (RuntimeException e) {
            recovered(e);
        }
    }

    /// Go: TestOnceXGC.
    @ParameterizedTest
    @EnumSource
    void function_is_let_go_after_its_call(Kind kind) {
        TestProgram.run(
                        _ -> {
                            GoBody f = capture(kind);
                            System.gc();
                            assertThat(Objects.requireNonNull(captured).get()).isNotNull();
                            runIgnoringPanics(f);
                            System.gc();
                            assertThat(captured.refersTo(null)).isTrue();
                            runIgnoringPanics(f);
                        })
                .ok();
    }
}
