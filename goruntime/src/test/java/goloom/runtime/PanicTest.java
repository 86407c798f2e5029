package goloom.runtime;

import static goloom.runtime.Go.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Panics: their texts, and what happens when several meet.
@SuppressWarnings("NullAway") // nil is what some tests are about
final class PanicTest {
    private record Point(int x, String name) {}

    private static String headline(@Nullable Object value) {
        return TestProgram.run(_ -> panic(value)).headline();
    }

    @Test
    void value_is_printed_as_go_prints_it() {
        assertThat(headline(42)).isEqualTo("panic: 42");
        assertThat(headline(-7L)).isEqualTo("panic: -7");
        assertThat(headline(1.5)).isEqualTo("panic: 1.5");
        assertThat(headline(1e100)).isEqualTo("panic: 1e+100");
        assertThat(headline(0.1f)).isEqualTo("panic: 0.1");
        assertThat(headline(true)).isEqualTo("panic: true");
        assertThat(headline("")).isEqualTo("panic: ");
        assertThat(headline(java.time.Duration.ofSeconds(1))).isEqualTo("panic: 1s");
        assertThat(headline(new Exception("bad"))).isEqualTo("panic: bad");
        assertThat(headline(new Exception(""))).isEqualTo("panic: ");
    }

    @Test
    void lines_after_the_first_are_indented() {
        assertThat(headline("a\nb")).isEqualTo("panic: a\n\tb");
        assertThat(headline(new Exception("e1\ne2"))).isEqualTo("panic: e1\n\te2");
    }

    @Test
    void other_values_are_shown_with_their_type() {
        assertThat(headline(new Point(1, "x"))).isEqualTo("panic: (Point) {1 x}");
        assertThat(headline(new int[] {1})).isEqualTo("panic: ([]int) [1]");
        assertThat(headline(List.of(1))).startsWith("panic: (").endsWith(") [1]");
        assertThat(headline(Map.of("a", 1))).startsWith("panic: (").endsWith(") map[a:1]");
    }

    @Test
    void name_of_a_local_class_has_no_number() {
        record Local(int a) {}
        assertThat(headline(new Local(1))).isEqualTo("panic: (Local) {1}");
    }

    @Test
    void nil_is_a_runtime_error_of_its_own() {
        assertThat(headline(null)).isEqualTo("panic: panic called with nil argument");
    }

    @Test
    void text_is_made_only_when_nobody_recovers() {
        var made = new java.util.concurrent.atomic.AtomicInteger();
        class Loud extends Exception {
            private static final long serialVersionUID = 1L;

            @Override
            public String getMessage() {
                made.incrementAndGet();
                return "loud";
            }
        }
        var ran =
                TestProgram.run(_ -> {
                    try {
                        panic(new Loud());
                    } catch (RuntimeException e) {
                        println(recovered(e) instanceof Loud, made.get());
                    }
                });
        assertThat(ran.ok().out()).isEqualTo("true 0\n");
    }

    /// Go: runtime/crash_test.go, TestPanicLoop.
    @Test
    void panic_while_printing_the_value_is_fatal() {
        class Broken extends Exception {
            private static final long serialVersionUID = 1L;

            @Override
            public String getMessage() {
                throw panic("double error");
            }
        }
        assertThat(headline(new Broken()))
                .isEqualTo("fatal error: panic while printing panic value: double error");
    }

    @Test
    void javas_runtime_errors_are_recovered_as_gos() {
        int[] none = {};
        Object s = "s";
        var ran =
                TestProgram.run(_ -> {
                    for (GoBody body :
                            List.<GoBody>of(
                                    () -> none[none.length]++,
                                    () -> println(1 / none.length),
                                    () -> println((Integer) s),
                                    () -> println(new int[none.length - 1].length))) {
                        try {
                            body.run();
                        } catch (RuntimeException e) {
                            Object r = recovered(e);
                            println(r instanceof GoRuntimeError, r);
                            assertThat(((GoRuntimeError) r).getCause()).isSameAs(e);
                        }
                    }
                });
        assertThat(ran.ok().out())
                .isEqualTo(
                        """
                        true runtime error: index out of range [0] with length 0
                        true runtime error: integer divide by zero
                        true interface conversion: interface {} is string, not int
                        true runtime error: makeslice: len out of range
                        """);
    }

    /// Go: runtime/crash_test.go, TestPanicTraceback.
    @Test
    void panic_of_deferred_calls_are_listed_after_the_first() {
        var ran =
                TestProgram.run(_ -> {
                    try (var _ = defer(() -> panic("panic pt1"))) {
                        try (var _ = defer(() -> panic("panic pt2"))) {
                            throw panic("hello");
                        }
                    }
                });
        assertThat(ran.headline())
                .isEqualTo("panic: hello\n\tpanic: panic pt2\n\tpanic: panic pt1");
    }

    @Test
    void recovered_gives_the_last_of_several() {
        var ran =
                TestProgram.run(_ -> {
                    try (var _ = defer(() -> panic("second"))) {
                        throw panic("first");
                    } catch (RuntimeException e) {
                        println(recovered(e));
                    }
                });
        assertThat(ran.ok().out()).isEqualTo("second\n");
    }

    @Test
    void panic_with_the_recovered_value_is_marked() {
        var ran =
                TestProgram.run(_ -> {
                    try {
                        throw panic("same");
                    } catch (RuntimeException e) {
                        panic(recovered(e));
                    }
                });
        assertThat(ran.headline()).isEqualTo("panic: same [recovered, repanicked]");
    }

    @Test
    void panic_whose_cause_is_a_panic_shows_both() {
        var ran =
                TestProgram.run(_ -> {
                    try {
                        try {
                            println(1 / Integer.parseInt("0"));
                        } catch (RuntimeException e) {
                            panic(new Exception("second", e));
                        }
                    } catch (RuntimeException e) {
                        panic(new Exception("third", e));
                    }
                });
        assertThat(ran.headline())
                .isEqualTo(
                        """
                        panic: runtime error: integer divide by zero [recovered]
                        \tpanic: second [recovered]
                        \tpanic: third\
                        """);
    }

    @Test
    void exception_thrown_for_a_panic_shows_both() {
        var ran =
                TestProgram.run(_ -> {
                    try {
                        throw panic("first");
                    } catch (RuntimeException e) {
                        throw new IllegalStateException("second", e);
                    }
                });
        assertThat(ran.headline())
                .startsWith("panic: first [recovered]\n\tpanic: ")
                .endsWith("second");
    }

    @Test
    void cause_that_is_no_panic_is_not_shown_as_one() {
        var ran =
                TestProgram.run(_ -> {
                    panic(new Exception("outer", new Exception("inner")));
                });
        assertThat(ran.headline()).isEqualTo("panic: outer");
    }

    @Test
    void causes_in_a_circle_are_looked_at_once() {
        var ran =
                TestProgram.run(_ -> {
                    Exception inner = new Exception("inner");
                    Exception outer = new Exception("outer", inner);
                    inner.initCause(outer);
                    panic(outer);
                });
        assertThat(ran.headline()).isEqualTo("panic: outer");
    }

    @Test
    void later_panic_with_a_recovered_run_time_error_is_shown_alone() {
        var ran =
                TestProgram.run(_ -> {
                    Object stored = null;
                    for (int i = 0; i < 2; i++) {
                        try {
                            println(1 / i);
                            throw panic("another");
                        } catch (RuntimeException e) {
                            stored = stored == null ? recovered(e) : stored;
                            recovered(i == 1 ? e : new GoPanic("none"));
                        }
                    }
                    panic(stored);
                });
        assertThat(ran.headline()).isEqualTo("panic: runtime error: integer divide by zero");
    }

    @Test
    void later_panic_with_an_equal_value_is_not_marked() {
        var ran =
                TestProgram.run(_ -> {
                    try {
                        throw panic("same");
                    } catch (RuntimeException e) {
                        recovered(e);
                    }
                    panic("same");
                });
        assertThat(ran.headline()).isEqualTo("panic: same");
    }

    @Test
    void deferred_goexit_takes_over_from_a_panic() {
        var ran =
                TestProgram.run(_ -> {
                    var done = signal();
                    go(() -> {
                        try (var d = defers()) {
                            d.add(done::close);
                            d.add(Go::goexit);
                            throw panic("p");
                        }
                    });
                    done.recv();
                    println("alive");
                });
        assertThat(ran.ok().out()).isEqualTo("alive\n");
    }

    /// Go: runtime/crash_test.go, TestRecoverBeforePanicAfterGoexit2.
    @Test
    void handler_does_not_stop_a_deferred_goexit() {
        var ran =
                TestProgram.run(_ -> {
                    var done = signal();
                    go(() -> {
                        try (var _ = defer(done::close)) {
                            try (var _ = defer(Go::goexit)) {
                                throw panic("p");
                            } catch (RuntimeException e) {
                                recovered(e);
                            }
                            println("never");
                        }
                    });
                    done.recv();
                });
        assertThat(ran.ok().out()).isEmpty();
    }

    /// Go: runtime/crash_test.go, TestPanicAfterGoexit.
    @Test
    void deferred_panic_takes_over_from_goexit() {
        var ran =
                TestProgram.run(_ -> {
                    try (var _ = defer(() -> panic("hello"))) {
                        goexit();
                    }
                });
        assertThat(ran.headline()).isEqualTo("panic: hello");
    }

    /// Go: runtime/crash_test.go, TestRecoveredPanicAfterGoexit.
    @Test
    void recovered_panic_in_a_deferred_call_lets_goexit_go_on() {
        var ran =
                TestProgram.run(_ -> {
                    try (var _ =
                            defer(() -> {
                                try {
                                    panic("hello");
                                } catch (RuntimeException e) {
                                    println(recovered(e));
                                }
                            })) {
                        goexit();
                    }
                });
        assertThat(ran.out()).isEqualTo("hello\n");
        assertThat(ran.headline())
                .isEqualTo("fatal error: no goroutines (main called runtime.Goexit) - deadlock!");
    }

    @Test
    void go_of_nil_reports_every_goroutine() {
        var ran =
                TestProgram.run(runtime -> {
                    go(() -> select());
                    runtime.awaitParked(1);
                    GoBody none = null;
                    go(none);
                });
        assertThat(ran.headline()).isEqualTo("fatal error: go of nil func value");
        assertThat(ran.outcome().report())
                .contains("\ngoroutine 1 [running]:", " [select (no cases)]:");
    }
}
