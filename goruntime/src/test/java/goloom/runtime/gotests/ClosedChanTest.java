package goloom.runtime.gotests;

import static goloom.runtime.Go.*;
import static org.assertj.core.api.Assertions.assertThat;

import goloom.runtime.Chan;
import goloom.runtime.GoBody;
import goloom.runtime.GoPanic;
import goloom.runtime.TestProgram;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Go: test/closedchan.go: all operations on closed channels, as plain operations, in a select of
/// one case, and in a select of two.
final class ClosedChanTest {
    record Got(int value, boolean ok) {}

    /// The forms that an operation may have.
    enum Form {
        PLAIN,
        SELECT,
        SELECT_OF_TWO;

        private static final Chan<Boolean> DUMMY = chan(boolean.class);

        void send(Chan<Integer> c, int v) {
            switch (this) {
                case PLAIN -> c.send(v);
                case SELECT -> select(onSend(c, v));
                case SELECT_OF_TWO -> select(onSend(c, v), onRecv(DUMMY));
            }
        }

        boolean sendNow(Chan<Integer> c, int v) {
            return switch (this) {
                case PLAIN -> select(onSend(c, v), onDefault()) == 0;
                case SELECT -> select(onDefault(), onSend(c, v)) == 1;
                case SELECT_OF_TWO -> select(onDefault(), onRecv(DUMMY), onSend(c, v)) == 2;
            };
        }

        Got recv(Chan<Integer> c) {
            var in = onRecv(c);
            switch (this) {
                case PLAIN -> {
                    var r = c.recvOk();
                    return new Got(r.value(), r.ok());
                }
                case SELECT -> select(in);
                case SELECT_OF_TWO -> select(onRecv(DUMMY), in);
            }
            return new Got(in.value(), in.ok());
        }

        /// Null: it was not ready.
        @Nullable Got recvNow(Chan<Integer> c) {
            var in = onRecv(c);
            boolean ready =
                    switch (this) {
                        case PLAIN -> select(in, onDefault()) == 0;
                        case SELECT -> select(onDefault(), in) == 1;
                        case SELECT_OF_TWO -> select(onRecv(DUMMY), onDefault(), in) == 2;
                    };
            return ready ? new Got(in.value(), in.ok()) : null;
        }
    }

    private static void panics(GoBody body, String text) throws Exception {
        try {
            body.run();
        } catch (GoPanic e) {
            assertThat(e).hasMessage(text);
            return;
        }
        throw new AssertionError("did not panic");
    }

    /// Go: test1.
    private static void behavesAsClosed(Form form, Chan<Integer> c) throws Exception {
        for (int _ : range(3)) {
            assertThat(c.recv()).isZero();
            assertThat(form.recv(c)).isEqualTo(new Got(0, false));
            assertThat(form.recvNow(c)).isEqualTo(new Got(0, false));
        }
        panics(() -> form.sendNow(c, 1), "send on closed channel");
        assertThat(form.recv(c)).isEqualTo(new Got(0, false));
        panics(() -> form.send(c, 2), "send on closed channel");
        assertThat(form.recv(c)).isEqualTo(new Got(0, false));
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void unbuffered_channel_behaves_as_closed(Form form) {
        TestProgram.run(
                        _ -> {
                            Chan<Integer> c = chan(int.class);
                            c.close();
                            behavesAsClosed(form, c);
                        })
                .ok();
    }

    /// Go: testasync1 to testasync4.
    @ParameterizedTest
    @EnumSource(Form.class)
    void buffered_channel_gives_its_values_first(Form form) {
        TestProgram.run(
                        _ -> {
                            for (var first :
                                    List
                                            .<java.util.function.Function<
                                                            Chan<Integer>, @Nullable Got>>
                                                    of(form::recv, form::recvNow)) {
                                Chan<Integer> c = chan(int.class, 2);
                                c.send(1);
                                c.close();
                                assertThat(first.apply(c)).isEqualTo(new Got(1, true));
                                behavesAsClosed(form, c);
                            }
                        })
                .ok();
    }

    static List<GoBody> closes() {
        Chan<Integer> closed = chan(int.class);
        closed.close();
        return List.of(() -> closed.close(), () -> Chan.nil().close());
    }

    @ParameterizedTest
    @MethodSource("closes")
    void close_of_closed_or_nil_panics(GoBody close) {
        assertThat(TestProgram.run(_ -> close.run()).headline()).startsWith("panic: close of ");
    }
}
