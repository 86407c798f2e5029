package goloom.runtime.gotests;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;
import static org.assertj.core.api.Assertions.assertThat;

import goloom.runtime.CancelContext;
import goloom.runtime.Context;
import goloom.runtime.Signal;
import goloom.runtime.TestProgram;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Go: context/x_test.go, TestAfterFunc...
final class ContextAfterFuncTest {
    private static final Duration SHORT = ofMillis(1);

    private static void run(TestProgram.Main main) {
        TestProgram.virtual().runs(main).ok();
    }

    private static void notCalled(Signal done) {
        assertThat(select(onRecv(done), onRecv(after(SHORT)))).isEqualTo(1);
    }

    /// Go: TestAfterFuncCalledAfterCancel.
    @Test
    void body_runs_after_cancel_and_then_cannot_be_stopped() {
        run(_ -> {
            CancelContext ctx = Context.withCancel(Context.background());
            var done = signal();
            Context.StopFunc stop = Context.afterFunc(ctx, done::close);
            notCalled(done);
            ctx.cancel();
            done.recv();
            assertThat(stop.stop()).isFalse();
        });
    }

    /// Go: TestAfterFuncCalledAfterTimeout.
    @Test
    void body_runs_after_a_timeout() {
        run(_ -> {
            CancelContext ctx = Context.withTimeout(Context.background(), SHORT);
            var done = signal();
            Context.afterFunc(ctx, done::close);
            done.recv();
        });
    }

    /// Go: TestAfterFuncCalledImmediately.
    @Test
    void body_runs_at_once_if_the_context_is_done() {
        run(_ -> {
            CancelContext ctx = Context.withCancel(Context.background());
            ctx.cancel();
            var done = signal();
            Context.afterFunc(ctx, done::close);
            done.recv();
        });
    }

    /// Go: TestAfterFuncNotCalledAfterStop.
    @Test
    void stopped_body_does_not_run() {
        run(_ -> {
            CancelContext ctx = Context.withCancel(Context.background());
            var done = signal();
            Context.StopFunc stop = Context.afterFunc(ctx, done::close);
            assertThat(stop.stop()).isTrue();
            ctx.cancel();
            notCalled(done);
            assertThat(stop.stop()).isFalse();
        });
    }

    /// Go: TestAfterFuncCalledAsynchronously.
    @Test
    void cancel_does_not_wait_for_the_body() {
        run(_ -> {
            CancelContext ctx = Context.withCancel(Context.background());
            var done = signal();
            Context.StopFunc stop = Context.afterFunc(ctx, done::send); // blocks until it is read
            ctx.cancel();
            assertThat(stop.stop()).isFalse();
            done.recv();
        });
    }
}
