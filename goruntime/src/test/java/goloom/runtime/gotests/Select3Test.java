package goloom.runtime.gotests;

import static goloom.runtime.Go.*;
import static org.assertj.core.api.Assertions.assertThat;

import goloom.runtime.Chan;
import goloom.runtime.Clock;
import goloom.runtime.GoBody;
import goloom.runtime.GoPanic;
import goloom.runtime.TestProgram;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Go: test/chan/select3.go: which operations block, panic or pass, in every form.
///
/// Whether something blocks is seen on a virtual clock: an hour passes only when it waits.
final class Select3Test {
    private enum Does {
        BLOCKS,
        PASSES,
        PANICS
    }

    private record Operation(Does does, String what, GoBody body) {}

    private static Operation blocks(String what, GoBody body) {
        return new Operation(Does.BLOCKS, what, body);
    }

    private static Operation passes(String what, GoBody body) {
        return new Operation(Does.PASSES, what, body);
    }

    private static Operation panics(String what, GoBody body) {
        return new Operation(Does.PANICS, what, body);
    }

    private static final GoBody NEVER =
            () -> {
                throw new AssertionError("a case was chosen that cannot go on");
            };
    private static final Chan<Integer> NIL = Chan.nil();

    private static Chan<Integer> closed() {
        Chan<Integer> c = chan(int.class);
        c.close();
        return c;
    }

    private static Chan<Integer> buffered() {
        return chan(int.class, 1);
    }

    private static Chan<Integer> full() {
        Chan<Integer> c = buffered();
        c.send(7);
        return c;
    }

    private static Stream<Operation> operations() {
        return Stream.of(
                blocks("send to nil", () -> NIL.send(7)),
                blocks("receive from nil", () -> NIL.recv()),
                passes(
                        "select of a send to nil with default",
                        () -> {
                            select(onSend(NIL, 7, NEVER), onDefault());
                        }),
                passes(
                        "select of a receive from nil with default",
                        () -> {
                            select(onRecv(NIL, NEVER), onDefault());
                        }),
                passes("send to free buffer", () -> buffered().send(7)),
                passes(
                        "receive from closed",
                        () -> {
                            Chan<Integer> c = closed();
                            for (int _ : range(10)) {
                                assertThat(c.recv()).isZero();
                                assertThat(c.recvOk().ok()).isFalse();
                            }
                        }),
                panics("send to closed", () -> closed().send(7)),
                blocks("receive from a channel that is not ready", () -> chan(int.class).recv()),
                blocks("select without cases", () -> select()),
                blocks("select of a receive from nil", () -> select(onRecv(NIL, NEVER))),
                blocks("select of a send to nil", () -> select(onSend(NIL, 7, NEVER))),
                blocks(
                        "select of both on nil",
                        () -> {
                            select(onRecv(NIL, NEVER), onSend(NIL, 7, NEVER));
                        }),
                blocks(
                        "select of a channel that is not ready",
                        () -> {
                            select(onRecv(chan(int.class), NEVER));
                        }),
                passes("select with default only", () -> select(onDefault())),
                passes(
                        "select of a free buffer",
                        () -> {
                            select(onSend(buffered(), 7), onDefault(NEVER));
                        }),
                passes(
                        "select of a full buffer",
                        () -> {
                            select(onRecv(full()), onDefault(NEVER));
                        }),
                passes("select of a closed channel", () -> select(onRecv(closed()))),
                passes(
                        "select of a closed channel with value",
                        () -> {
                            select(onRecv(closed(), v -> assertThat(v).isZero()));
                        }),
                passes(
                        "select of a closed channel with value and ok",
                        () -> {
                            select(onRecv(closed(), (v, ok) -> assertThat(ok).isFalse()));
                        }),
                panics("select of a send to closed", () -> select(onSend(closed(), 7))),
                blocks(
                        "select that sees itself",
                        () -> {
                            Chan<Integer> c = chan(int.class);
                            select(onSend(c, 1), onRecv(c));
                        }));
    }

    private static void check(Operation op) {
        TestProgram.procs(2)
                .clock(Clock.virtual())
                .runs(_ -> {
                    Chan<Does> result = Chan.make(1);
                    go(() -> {
                        try {
                            op.body.run();
                            select(onSend(result, Does.PASSES), onDefault());
                        } catch (GoPanic e) {
                            select(onSend(result, Does.PANICS), onDefault());
                        }
                    });
                    go(() -> {
                        sleep(Duration.ofHours(1));
                        select(onSend(result, Does.BLOCKS), onDefault());
                    });
                    assertThat(result.recv()).isEqualTo(op.does);
                })
                .ok();
    }

    @TestFactory
    Stream<DynamicTest> every_operation_does_what_it_does_in_go() {
        return operations().map(op -> DynamicTest.dynamicTest(op.what, () -> check(op)));
    }
}
