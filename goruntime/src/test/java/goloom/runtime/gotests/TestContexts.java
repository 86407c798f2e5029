package goloom.runtime.gotests;

import static goloom.runtime.Go.*;
import static org.assertj.core.api.Assertions.assertThat;

import goloom.runtime.CancelContext;
import goloom.runtime.Context;
import goloom.runtime.Once;
import goloom.runtime.RecvChan;
import goloom.runtime.Signal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Contexts that are none of the runtime's own classes, and what tests ask of contexts.
final class TestContexts {
    private TestContexts() {}

    static void isOpen(Context c) {
        assertThat(select(onRecv(c.done()), onDefault())).as("%s is done", c).isEqualTo(1);
        assertThat(c.err()).isNull();
    }

    static void isDone(Context c, Exception err) {
        assertThat(select(onRecv(c.done()), onDefault())).as("%s is not done", c).isZero();
        assertThat(c.err()).isSameAs(err);
    }

    /// Go: otherContext, myCtx. Asks another context for everything.
    static class Other implements Context {
        private final Context c;

        Other(Context c) {
            this.c = c;
        }

        @Override
        public RecvChan<?> done() {
            return c.done();
        }

        @Override
        public @Nullable Exception err() {
            return c.err();
        }

        @Override
        public Optional<Instant> deadline() {
            return c.deadline();
        }

        @Override
        public @Nullable Object value(Object key) {
            return c.value(key);
        }
    }

    /// Go: customDoneContext, myDoneCtx. Has a done channel of its own.
    static final class OwnDone extends Other {
        private final Signal done = signal();

        OwnDone(Context c) {
            super(c);
        }

        @Override
        public Signal done() {
            return done;
        }
    }

    /// Go: customContext. Ends with its parent, or when it is told to.
    static final class Custom extends Other {
        private final Signal done = signal();
        private final Once once = new Once();
        private @Nullable Exception err; // written before done is closed

        Custom(Context parent) {
            super(parent);
            Context.afterFunc(parent, () -> end(parent.err()));
        }

        private void end(@Nullable Exception e) {
            once.run(() -> {
                err = e;
                done.close();
            });
        }

        void cancel() {
            end(CANCELED);
        }

        @Override
        public RecvChan<?> done() {
            return done;
        }

        @Override
        public @Nullable Exception err() {
            return select(onRecv(done), onDefault()) == 0 ? err : null;
        }
    }

    /// Go: customCauseContext. Knows no parent, and perhaps cancels a child itself.
    static final class Root implements Context {
        private final Signal done = signal();
        private volatile @Nullable Exception err;
        private @Nullable CancelContext child;

        void setChild(CancelContext c) {
            child = c;
        }

        void cancel() {
            err = CANCELED;
            done.close();
            if (child != null) {
                child.cancel();
            }
        }

        @Override
        public RecvChan<?> done() {
            return done;
        }

        @Override
        public @Nullable Exception err() {
            return err;
        }

        @Override
        public Optional<Instant> deadline() {
            return Optional.empty();
        }

        @Override
        public @Nullable Object value(Object key) {
            return null;
        }
    }
}
