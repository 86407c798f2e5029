package goloom.runtime.gotests;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import goloom.runtime.CancelContext;
import goloom.runtime.Context;
import goloom.runtime.TestProgram;
import goloom.runtime.gotests.TestContexts.Custom;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Go: context/x_test.go, TestCause and TestCauseRace.
final class ContextCauseTest {
    private static final Duration FOREVER = ofSeconds(1_000_000);
    private static final Exception PARENT = new Exception("parentCause");
    private static final Exception CHILD = new Exception("childCause");
    private static final Exception TOO_SLOW = new Exception("tooSlow");
    private static final Exception FINISHED_EARLY = new Exception("finishedEarly");

    private static CancelContext cancelled(@Nullable Exception cause) {
        CancelContext c = Context.withCancelCause(Context.background());
        c.cancel(cause);
        return c;
    }

    /// A parent and a child, which are cancelled one after the other.
    private static CancelContext pair(
            boolean parentFirst, @Nullable Exception parent, @Nullable Exception child) {
        CancelContext p = Context.withCancelCause(Context.background());
        CancelContext c = Context.withCancelCause(p);
        if (parentFirst) {
            p.cancel(parent);
            c.cancel(child);
        } else {
            c.cancel(child);
            p.cancel(parent);
        }
        return c;
    }

    private static CancelContext timeout(Context parent, Duration d, @Nullable Exception cause) {
        CancelContext c = Context.withTimeoutCause(parent, d, cause);
        c.cancel();
        return c;
    }

    private static Context stacked(Duration d) {
        CancelContext p = Context.withCancelCause(Context.background());
        Context c = Context.withTimeoutCause(p, d, TOO_SLOW);
        p.cancel(FINISHED_EARLY);
        return c;
    }

    private static Context custom(boolean parentToo, boolean parentFirst) {
        CancelContext p = Context.withCancelCause(Context.background());
        Custom c = new Custom(p);
        if (parentToo && parentFirst) {
            p.cancel(PARENT);
        }
        c.cancel();
        if (parentToo && !parentFirst) {
            p.cancel(PARENT);
        }
        return c;
    }

    private static Arguments of(
            String name,
            Supplier<Context> make,
            @Nullable Exception err,
            @Nullable Exception cause) {
        return arguments(name, make, err, cause);
    }

    static Stream<Arguments> cases() {
        return Stream.of(
                of("background", Context::background, null, null),
                of("todo", Context::todo, null, null),
                of("with cancel", () -> cancelled(null), Context.CANCELED, Context.CANCELED),
                of("with cancel cause", () -> cancelled(PARENT), Context.CANCELED, PARENT),
                of(
                        "parent cause before child",
                        () -> pair(true, PARENT, CHILD),
                        Context.CANCELED,
                        PARENT),
                of(
                        "parent cause after child",
                        () -> pair(false, PARENT, CHILD),
                        Context.CANCELED,
                        CHILD),
                of(
                        "parent cause before nil",
                        () -> pair(true, PARENT, null),
                        Context.CANCELED,
                        PARENT),
                of(
                        "parent cause after nil",
                        () -> pair(false, PARENT, null),
                        Context.CANCELED,
                        Context.CANCELED),
                of(
                        "child cause after nil",
                        () -> pair(true, null, CHILD),
                        Context.CANCELED,
                        Context.CANCELED),
                of(
                        "child cause before nil",
                        () -> pair(false, null, CHILD),
                        Context.CANCELED,
                        CHILD),
                of(
                        "with timeout",
                        () -> timeout(Context.background(), ZERO, null),
                        Context.DEADLINE_EXCEEDED,
                        Context.DEADLINE_EXCEEDED),
                of(
                        "with timeout canceled",
                        () -> timeout(Context.background(), FOREVER, null),
                        Context.CANCELED,
                        Context.CANCELED),
                of(
                        "with timeout cause",
                        () -> timeout(Context.background(), ZERO, TOO_SLOW),
                        Context.DEADLINE_EXCEEDED,
                        TOO_SLOW),
                of(
                        "with timeout cause canceled",
                        () -> timeout(Context.background(), FOREVER, TOO_SLOW),
                        Context.CANCELED,
                        Context.CANCELED),
                of(
                        "with timeout cause stacked",
                        () -> stacked(ZERO),
                        Context.DEADLINE_EXCEEDED,
                        TOO_SLOW),
                of(
                        "with timeout cause stacked canceled",
                        () -> stacked(FOREVER),
                        Context.CANCELED,
                        FINISHED_EARLY),
                of("without cancel", () -> Context.withoutCancel(Context.background()), null, null),
                of(
                        "without cancel canceled",
                        () -> Context.withoutCancel(cancelled(FINISHED_EARLY)),
                        null,
                        null),
                of(
                        "without cancel timeout",
                        () -> Context.withoutCancel(timeout(Context.background(), ZERO, TOO_SLOW)),
                        null,
                        null),
                of(
                        "parent of custom not canceled",
                        () -> custom(false, false),
                        Context.CANCELED,
                        Context.CANCELED),
                of(
                        "parent of custom canceled before",
                        () -> custom(true, true),
                        Context.CANCELED,
                        PARENT),
                // The custom context was cancelled first, but nobody can tell.
                of(
                        "parent of custom canceled after",
                        () -> custom(true, false),
                        Context.CANCELED,
                        PARENT));
    }

    /// Go: TestCause.
    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void cause_is_what_came_first(
            String name,
            Supplier<Context> make,
            @Nullable Exception err,
            @Nullable Exception cause) {
        TestProgram.virtual()
                .runs(_ -> {
                    Context ctx = make.get();
                    assertThat(ctx.err()).isSameAs(err);
                    assertThat(ctx.cause()).isSameAs(cause);
                })
                .ok();
    }

    /// Go: TestCauseRace.
    @Test
    void cause_is_seen_as_soon_as_there_is_one() {
        TestProgram.procs(4)
                .runs(_ -> {
                    for (int _ : range(100)) {
                        Exception cause = new Exception("race");
                        CancelContext ctx = Context.withCancelCause(Context.background());
                        go(() -> ctx.cancel(cause));
                        while (ctx.cause() == null) {
                            gosched();
                        }
                        assertThat(ctx.cause()).isSameAs(cause);
                    }
                })
                .ok();
    }
}
