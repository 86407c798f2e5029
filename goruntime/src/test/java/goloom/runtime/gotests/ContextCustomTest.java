package goloom.runtime.gotests;

import static goloom.runtime.Go.*;
import static goloom.runtime.gotests.TestContexts.isDone;
import static goloom.runtime.gotests.TestContexts.isOpen;
import static java.time.Duration.*;
import static org.assertj.core.api.Assertions.assertThat;

import goloom.runtime.CancelContext;
import goloom.runtime.Context;
import goloom.runtime.TestProgram;
import goloom.runtime.gotests.TestContexts.Other;
import goloom.runtime.gotests.TestContexts.OwnDone;
import goloom.runtime.gotests.TestContexts.Root;
import org.junit.jupiter.api.Test;

/// Go: context/x_test.go and context_test.go, contexts of the program's own classes. The tests of
/// afterfunc_test.go look for a method AfterFunc, which Context does not ask for; what they rest
/// on, that an end comes through, is here.
final class ContextCustomTest {
    private static void run(TestProgram.Main main) {
        TestProgram.virtual().runs(main).ok();
    }

    /// Go: TestCustomContextGoroutines.
    @Test
    void only_a_context_with_a_done_of_its_own_needs_a_goroutine() {
        TestProgram.run(
                        runtime -> {
                            int before = numGoroutine();
                            CancelContext ctx1 = Context.withCancel(Context.background());
                            CancelContext ctx3 = Context.withCancel(new Other(ctx1));
                            CancelContext ctx4 = Context.withTimeout(ctx3, ofHours(1));
                            CancelContext ctx5 = Context.withCancel(ctx4);
                            ctx5.cancel();
                            Context.withTimeout(ctx5, ofHours(1)).cancel();
                            assertThat(numGoroutine()).isEqualTo(before);
                            CancelContext watched =
                                    Context.withCancel(new OwnDone(new Other(ctx1)));
                            CancelContext timed =
                                    Context.withTimeout(new OwnDone(ctx1), ofHours(1));
                            assertThat(numGoroutine()).isEqualTo(before + 2);
                            runtime.awaitParked(2);
                            watched.cancel();
                            timed.cancel();
                            runtime.awaitParked(0);
                            while (numGoroutine() != before) {
                                gosched(); // the two that watched are about to end
                            }
                            ctx1.cancel();
                            Context.withCancel(ctx5).cancel();
                            assertThat(numGoroutine()).isEqualTo(before);
                        })
                .ok();
    }

    /// Go: TestCustomContextPropagation.
    @Test
    void end_of_a_custom_context_comes_through_with_the_cause_of_its_parent() {
        run(_ -> {
            Exception cause = new Exception("cause");
            CancelContext ctx1 = Context.withCancelCause(Context.background());
            OwnDone ctx2 = new OwnDone(ctx1);
            CancelContext ctx3 = Context.withCancel(ctx2);
            ctx1.cancel(cause);
            isOpen(ctx3);
            ctx2.done().close();
            ctx3.done().recv();
            isDone(ctx3, Context.CANCELED);
            assertThat(ctx3.cause()).isSameAs(cause);
        });
    }

    /// Go: TestCustomContextCause, without a child.
    @Test
    void cause_of_a_custom_context_is_its_error() {
        run(_ -> {
            Root root = new Root();
            assertThat(root.cause()).isNull();
            root.cancel();
            isDone(root, Context.CANCELED);
            assertThat(root.cause()).isSameAs(Context.CANCELED);
        });
    }

    /// Go: TestCustomContextCause, with a child.
    @Test
    void child_of_a_custom_context_keeps_its_own_cause() {
        run(_ -> {
            Exception cause = new Exception("cause");
            Root root = new Root();
            CancelContext ctx = Context.withCancelCause(root);
            ctx.cancel(cause);
            isDone(ctx, Context.CANCELED);
            assertThat(ctx.cause()).isSameAs(cause);
            isOpen(root);
            assertThat(root.cause()).isNull();
            root.cancel();
            assertThat(ctx.cause()).isSameAs(cause);
            assertThat(root.cause()).isSameAs(Context.CANCELED);
        });
    }

    /// Go: TestCustomContextCause, where the custom context cancels its child.
    @Test
    void custom_context_may_cancel_its_child() {
        run(_ -> {
            Root root = new Root();
            CancelContext ctx = Context.withCancel(root);
            root.setChild(ctx);
            root.cancel();
            isDone(ctx, Context.CANCELED);
            assertThat(ctx.cause()).isSameAs(Context.CANCELED);
        });
    }

    /// Go: TestCustomContextAfterFuncCancel, TestCustomContextAfterFuncTimeout.
    @Test
    void end_of_a_custom_context_reaches_children_of_all_kinds() {
        run(_ -> {
            Root root = new Root();
            Context byCancel = Context.withCancel(root);
            Context byTimeout = Context.withTimeout(root, ofHours(1));
            root.cancel();
            byCancel.done().recv();
            byTimeout.done().recv();
            isDone(byCancel, Context.CANCELED);
            isDone(byTimeout, Context.CANCELED);
        });
    }

    /// Go: TestCustomContextAfterFuncAfterFunc.
    @Test
    void after_func_runs_at_the_end_of_a_custom_context() {
        run(_ -> {
            Root root = new Root();
            var done = signal();
            Context.afterFunc(root, done::close);
            root.cancel();
            done.recv();
        });
    }

    /// Go: TestCustomContextAfterFuncUnregisterCancel, ...Timeout, ...AfterFunc. What watched the
    /// custom context ends with who asked for it.
    @Test
    void cancelled_children_of_a_custom_context_leave_no_goroutine_behind() {
        TestProgram.run(
                        runtime -> {
                            Root root = new Root();
                            CancelContext c1 = Context.withCancel(root);
                            CancelContext c2 = Context.withTimeout(root, ofHours(1));
                            Context.StopFunc stop = Context.afterFunc(root, () -> {});
                            runtime.awaitParked(3);
                            c1.cancel();
                            c2.cancel();
                            stop.stop();
                            runtime.awaitParked(0);
                        })
                .ok();
    }
}
