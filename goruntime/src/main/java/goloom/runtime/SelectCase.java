package goloom.runtime;

import goloom.runtime.internal.Hchan;
import goloom.runtime.internal.Selectgo;
import org.jspecify.annotations.Nullable;

/// One case of a [Go#select]. Made by `onRecv`, `onSend` and `onDefault`. Its channel and value are
/// evaluated when it is made; it may be used for one select at a time, any number of times.
public abstract sealed class SelectCase
        permits SelectCase.Recv, SelectCase.Send, SelectCase.Default {
    SelectCase() {}

    abstract void addTo(Selectgo s);

    /// Takes what the select has received, if it is a receive.
    abstract void take(Selectgo s);

    abstract void runBody() throws Exception;

    /// A receive. After a select has chosen it, [#value] and [#ok] tell what it received.
    public static final class Recv<T> extends SelectCase {
        private final @Nullable Chan<T> ch;
        private final @Nullable RecvBody<? super T> body;
        private @Nullable Received<T> received;

        Recv(@Nullable RecvChan<T> ch, @Nullable RecvBody<? super T> body) {
            this.ch = (Chan<T>) ch;
            this.body = body;
        }

        /// What a receive case runs: with the value, and whether it was sent.
        interface RecvBody<T> {
            void run(T value, boolean ok) throws Exception;
        }

        /// The value that the last select received with this case.
        public T value() {
            return received().value();
        }

        /// False: the channel was closed.
        public boolean ok() {
            return received().ok();
        }

        private Received<T> received() {
            if (received == null) {
                throw new IllegalStateException("no select has chosen this case");
            }
            return received;
        }

        @Override
        void addTo(Selectgo s) {
            s.add(ch == null ? null : ch.h(), false, null);
        }

        @Override
        void take(Selectgo s) {
            take(s.received());
        }

        void take(@Nullable Object v) {
            if (ch != null) {
                received = ch.received(v);
            }
        }

        @Nullable Hchan h() {
            return ch == null ? null : ch.h();
        }

        @Override
        void runBody() throws Exception {
            if (body != null) {
                body.run(received().value(), received().ok());
            }
        }
    }

    /// A send.
    public static final class Send<T> extends SelectCase {
        private final @Nullable Chan<T> ch;
        private final T v;
        private final @Nullable GoBody body;

        Send(@Nullable SendChan<T> ch, T v, @Nullable GoBody body) {
            this.ch = (Chan<T>) ch;
            this.v = v;
            this.body = body;
        }

        @Nullable Hchan h() {
            return ch == null ? null : ch.h();
        }

        T elem() {
            return v;
        }

        @Override
        void addTo(Selectgo s) {
            s.add(h(), true, v);
        }

        @Override
        void take(Selectgo s) {}

        @Override
        void runBody() throws Exception {
            if (body != null) {
                body.run();
            }
        }
    }

    /// Chosen when no other case can go on at once.
    public static final class Default extends SelectCase {
        private final @Nullable GoBody body;

        Default(@Nullable GoBody body) {
            this.body = body;
        }

        @Override
        void addTo(Selectgo s) {
            throw new IllegalStateException("default is not queued");
        }

        @Override
        void take(Selectgo s) {}

        @Override
        void runBody() throws Exception {
            if (body != null) {
                body.run();
            }
        }
    }
}
