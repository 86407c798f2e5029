package goloom.runtime.gotests;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;
import static org.assertj.core.api.Assertions.assertThat;

import goloom.runtime.Chan;
import goloom.runtime.Go;
import goloom.runtime.GoBody;
import goloom.runtime.GoRuntimeError;
import goloom.runtime.TestProgram;
import goloom.runtime.TestProgram.Ran;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Go: runtime/crash_test.go with testdata/testprog/deadlock.go and crash.go. A deferred function
/// that recovers is a catch clause. InitDeadlock and Breakpoint have no meaning in Java; PanicLoop,
/// PanicTraceback and the panics of deferred calls are in PanicTest.
final class CrashTest {
    private static final String DEADLOCK = "fatal error: all goroutines are asleep - deadlock!";
    private static final String NO_GOROUTINES =
            "fatal error: no goroutines (main called runtime.Goexit) - deadlock!";

    private static Ran run(GoBody main) {
        return TestProgram.run(_ -> main.run());
    }

    /// Go: TestSimpleDeadlock.
    @Test
    void simple_deadlock() {
        Ran ran = run(() -> select());
        assertThat(ran.headline()).isEqualTo(DEADLOCK);
        assertThat(ran.outcome().report()).contains("\ngoroutine 1 [select (no cases)]:\n");
    }

    /// Go: TestLockedDeadlock.
    @Test
    void deadlock_of_a_main_that_is_locked_to_its_thread() {
        Ran ran =
                run(() -> {
                    lockOSThread();
                    select();
                });
        assertThat(ran.headline()).isEqualTo(DEADLOCK);
        assertThat(ran.outcome().report())
                .contains("\ngoroutine 1 [select (no cases), locked to thread]:\n");
    }

    /// Go: TestLockedDeadlock2.
    @Test
    void deadlock_with_a_goroutine_that_is_locked_to_its_thread() {
        Ran ran =
                run(() -> {
                    go(() -> {
                        lockOSThread();
                        select();
                    });
                    sleep(ofMillis(1));
                    select();
                });
        assertThat(ran.headline()).isEqualTo(DEADLOCK);
        assertThat(ran.outcome().report())
                .contains("\ngoroutine 1 [select (no cases)]:\n")
                .contains(" [select (no cases), locked to thread]:\n");
    }

    /// Go: TestGoexitDeadlock.
    @Test
    void goexit_of_main_ends_the_program_when_the_others_have_ended() {
        Ran ran =
                run(() -> {
                    go(() -> {});
                    go(() -> {});
                    goexit();
                });
        assertThat(ran.headline()).isEqualTo(NO_GOROUTINES);
    }

    private static int deeper(int n) {
        return n < 0 ? n : deeper(n + 1) + 1;
    }

    /// Go: TestStackOverflow. Java does not tell the size of its stack.
    @Test
    void stack_overflow() {
        Ran ran = run(() -> println(deeper(0)));
        assertThat(ran.headline()).isEqualTo("fatal error: stack overflow");
        assertThat(ran.outcome().report()).contains("\ngoroutine 1 [running]:\n");
    }

    /// Go: TestRecursivePanic.
    @Test
    void panic_in_a_handler_is_recovered_further_out() {
        Ran ran =
                run(() -> {
                    try {
                        try {
                            throw panic("bad");
                        } catch (RuntimeException e) {
                            panic("wrap: " + recovered(e));
                        }
                    } catch (RuntimeException e) {
                        println(recovered(e));
                    }
                    panic("again");
                });
        assertThat(ran.out()).isEqualTo("wrap: bad\n");
        assertThat(ran.headline()).isEqualTo("panic: again");
    }

    /// Go: TestRecursivePanic2.
    @Test
    void panics_are_recovered_one_after_the_other() {
        Ran ran =
                run(() -> {
                    try (var _ = defer(() -> panic("second panic"))) {
                        try {
                            throw panic("first panic");
                        } catch (RuntimeException e) {
                            println(recovered(e));
                        }
                    } catch (RuntimeException e) {
                        println(recovered(e));
                    }
                    panic("third panic");
                });
        assertThat(ran.out()).isEqualTo("first panic\nsecond panic\n");
        assertThat(ran.headline()).isEqualTo("panic: third panic");
    }

    /// Go: TestRecursivePanic3.
    @Test
    void panic_goes_on_after_a_deferred_call_recovered_its_own() {
        Ran ran =
                run(() -> {
                    try (var _ =
                            defer(() -> {
                                try {
                                    panic("second panic");
                                } catch (RuntimeException e) {
                                    recovered(e);
                                }
                            })) {
                        throw panic("first panic");
                    }
                });
        assertThat(ran.headline()).isEqualTo("panic: first panic");
    }

    /// Go: TestRecursivePanic4. Differs from Go: the panic that was recovered is not told.
    @Test
    void panic_in_a_handler_ends_the_program() {
        Ran ran =
                run(() -> {
                    try {
                        throw panic("first panic");
                    } catch (RuntimeException e) {
                        recovered(e);
                        panic("second panic");
                    }
                });
        assertThat(ran.headline()).isEqualTo("panic: second panic");
    }

    /// Go: TestRecursivePanic5.
    @Test
    void panics_of_several_functions_are_recovered_in_order() {
        Ran ran =
                run(() -> {
                    three();
                    panic("third panic");
                });
        assertThat(ran.out()).isEqualTo("first panic\nsecond panic\n");
        assertThat(ran.headline()).isEqualTo("panic: third panic");
    }

    private static void three() {
        try (var _ = defer(() -> {})) {
            try {
                try {
                    throw panic("first panic");
                } catch (RuntimeException e) {
                    println(recovered(e));
                    panic("second panic");
                }
            } catch (RuntimeException e) {
                println(recovered(e));
            }
        }
    }

    /// Go: TestRepanickedPanic.
    @Test
    void panic_with_the_recovered_value() {
        Ran ran =
                run(() -> {
                    try {
                        throw panic("message");
                    } catch (RuntimeException e) {
                        panic(recovered(e));
                    }
                });
        assertThat(ran.headline()).isEqualTo("panic: message [recovered, repanicked]");
    }

    /// Go: TestDoublePanicWithSameValue.
    @Test
    void deferred_panic_with_the_same_value_is_another_panic() {
        Object value = "message";
        Ran ran =
                run(() -> {
                    try (var _ = defer(() -> panic(value))) {
                        throw panic(value);
                    }
                });
        assertThat(ran.headline()).startsWith("panic: message");
        assertThat(ran.headline()).doesNotContain("repanicked");
    }

    /// Go: TestGoexitCrash.
    @Test
    void goexit_of_main_waits_for_a_sleeper() {
        Ran ran =
                run(() -> {
                    go(() -> sleep(ofMillis(1)));
                    System.gc();
                    goexit();
                });
        assertThat(ran.headline()).isEqualTo(NO_GOROUTINES);
    }

    /// Go: TestGoexitDefer.
    @Test
    void goexit_runs_deferred_calls() {
        Ran ran =
                run(() -> {
                    var c = signal();
                    go(() -> {
                        try (var _ = defer(c::send)) {
                            goexit();
                        }
                    });
                    c.recv();
                });
        assertThat(ran.ok().out()).isEmpty();
    }

    /// Go: TestGoNil.
    @Test
    @SuppressWarnings("NullAway") // nil is what it is about
    void go_of_nil_cannot_be_recovered() {
        Ran ran =
                run(() -> {
                    GoBody f = null;
                    try {
                        go(f);
                    } catch (RuntimeException e) {
                        recovered(e);
                    }
                    select();
                });
        assertThat(ran.headline()).isEqualTo("fatal error: go of nil func value");
    }

    /// Go: TestMainGoroutineID.
    @Test
    void main_is_goroutine_1() {
        assertThat(run(() -> panic("test")).outcome().report())
                .startsWith("panic: test\n\ngoroutine 1 [running]:\n");
    }

    /// Go: TestNoHelperGoroutines.
    @Test
    void only_the_programs_own_goroutines_are_listed() {
        Ran ran =
                run(() -> {
                    afterFunc(ofHours(1), () -> {});
                    new goloom.runtime.Mutex().unlock(); // a fatal error
                });
        assertThat(ran.outcome().report().lines().filter(l -> l.startsWith("goroutine ")))
                .containsExactly("goroutine 1 [running]:");
    }

    /// Go: TestGoexitInPanic.
    @Test
    void goexit_of_a_panicking_goroutine_and_of_main() {
        Ran ran =
                run(() -> {
                    go(() -> {
                        try (var _ = defer(Go::goexit)) {
                            throw panic("hello");
                        }
                    });
                    goexit();
                });
        assertThat(ran.headline()).isEqualTo(NO_GOROUTINES);
    }

    private static @Nullable Object panicOf(GoBody body) throws Exception {
        try {
            body.run();
            return "no panic";
        } catch (RuntimeException e) {
            return recovered(e);
        }
    }

    /// Go: TestRuntimePanicWithRuntimeError. A nil map is Java's null.
    @Test
    void panics_of_the_runtime_are_runtime_errors() {
        List<GoBody> bodies =
                List.of(
                        () -> {
                            var ch = signal();
                            ch.close();
                            ch.close();
                        },
                        () -> {
                            var ch = signal();
                            ch.close();
                            ch.send();
                        },
                        () -> println(new int[2].clone()[2]),
                        () -> chan(boolean.class, -1),
                        () -> close(Chan.nil()));
        Ran ran =
                run(() -> {
                    for (GoBody body : bodies) {
                        assertThat(panicOf(body)).isInstanceOf(GoRuntimeError.class);
                    }
                });
        assertThat(ran.ok().out()).isEmpty();
    }

    /// Go: TestPanicAfterGoexit.
    @Test
    void panic_of_a_deferred_call_after_goexit_ends_the_program() {
        Ran ran =
                run(() -> {
                    try (var _ = defer(() -> panic("hello"))) {
                        goexit();
                    }
                });
        assertThat(ran.headline()).isEqualTo("panic: hello");
    }

    /// Go: TestRecoverBeforePanicAfterGoexit. Differs from Go: goexit passes a catch clause by, and
    /// takes a panic of a deferred call with it.
    @Test
    void handler_does_not_see_a_deferred_panic_while_goexit_goes_on() {
        Ran ran =
                run(() -> {
                    try (var _ = defer(() -> panic("hello"))) {
                        goexit();
                    } catch (RuntimeException e) {
                        recovered(e);
                    }
                    println("goexit was forgotten");
                });
        assertThat(ran.out()).isEmpty();
        assertThat(ran.headline()).isEqualTo("panic: hello");
    }

    /// Go: TestPanicDeadlockGosched.
    @Test
    void text_of_a_panic_may_yield() {
        class Yields extends Exception {
            private static final long serialVersionUID = 1L;

            @Override
            public String getMessage() {
                gosched();
                return "errorThatGosched";
            }
        }
        assertThat(run(() -> panic(new Yields())).headline()).isEqualTo("panic: errorThatGosched");
    }

    /// Go: TestPanicDeadlockSyscall.
    @Test
    void text_of_a_panic_may_print() {
        class Prints extends Exception {
            private static final long serialVersionUID = 1L;

            @Override
            public String getMessage() {
                println("1");
                println("2");
                return "3";
            }
        }
        Ran ran = run(() -> panic(new Prints()));
        assertThat(ran.out()).isEqualTo("1\n2\n");
        assertThat(ran.headline()).isEqualTo("panic: 3");
    }
}
