package goloom.runtime;

import goloom.runtime.internal.Hchan;
import goloom.runtime.internal.Selectgo;
import org.jspecify.annotations.Nullable;

/// One case of a [Go#select]. Made by `onRecv`, `onSend` and `onDefault`. Its channel and value are
/// evaluated when it is made; it may be used for one select at a time, any number of times.
public abstract sealed class SelectCase
        permits SelectCase.Recv, SelectCase.Send, SelectCase.Default {
    SelectCase() {}

    /// The channel; null: nil, or default.
    abstract @Nullable Hchan h();

    abstract void addTo(Selectgo s);

    /// Takes what the select has received, if it is a receive.
    abstract void take(Selectgo s);

    abstract void runBody() throws Exception;

    /// A receive. After a select has chosen it, [#value] and [#ok] tell what it received.
    public static final class Recv<T> extends SelectCase {
        private final @Nullable Chan<T> ch;
        private final @Nullable GoBody body;
        private final Go.@Nullable OnValue<? super T> onValue;
        private final Go.@Nullable OnValueOk<? super T> onValueOk;
        private @Nullable Object received = Hchan.NOT_READY;

        Recv(
                @Nullable RecvChan<T> ch,
                @Nullable GoBody body,
                Go.@Nullable OnValue<? super T> onValue,
                Go.@Nullable OnValueOk<? super T> onValueOk) {
            this.ch = (Chan<T>) ch;
            this.body = body;
            this.onValue = onValue;
            this.onValueOk = onValueOk;
        }

        /// The value that the last select received with this case.
        public T value() {
            return chosen().value(received);
        }

        /// False: the channel was closed.
        public boolean ok() {
            chosen();
            return received != Hchan.CLOSED;
        }

        private Chan<T> chosen() {
            if (ch == null || received == Hchan.NOT_READY) {
                throw new IllegalStateException("no select has chosen this case");
            }
            return ch;
        }

        @Override
        @Nullable Hchan h() {
            return ch == null ? null : ch.h();
        }

        @Override
        void addTo(Selectgo s) {
            s.add(h(), false, null);
        }

        @Override
        void take(Selectgo s) {
            received = s.received();
        }

        void take(@Nullable Object v) {
            received = v;
        }

        @Override
        void runBody() throws Exception {
            if (onValue != null) {
                onValue.run(value());
            } else if (onValueOk != null) {
                onValueOk.run(value(), ok());
            } else if (body != null) {
                body.run();
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

        @Override
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
        @Nullable Hchan h() {
            return null;
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
