package goloom.runtime.gotests;

import static goloom.runtime.Go.*;
import static org.assertj.core.api.Assertions.assertThat;

import goloom.runtime.Chan;
import goloom.runtime.SelectCase;
import goloom.runtime.TestProgram;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Go: test/chan/select5.go: every combination of cases around the one that is ready, with a check
/// that channels and values are evaluated in the order of the text.
final class Select5Test {
    /// Where the one ready case and those that never are stand.
    private record Shape(
            boolean defaultFirst,
            boolean defaultLater,
            boolean sendToDummy,
            boolean recvFromDummy,
            boolean sendToNil,
            boolean recvFromNil) {
        static List<Shape> all() {
            List<Shape> shapes = new ArrayList<>();
            for (int bits = 0; bits < 64; bits++) {
                Shape s =
                        new Shape(
                                bit(bits, 0),
                                bit(bits, 1),
                                bit(bits, 2),
                                bit(bits, 3),
                                bit(bits, 4),
                                bit(bits, 5));
                if (!(s.defaultFirst && s.defaultLater)) {
                    shapes.add(s);
                }
            }
            return shapes;
        }

        private static boolean bit(int bits, int i) {
            return (bits >> i & 1) != 0;
        }
    }

    private final Chan<Integer> dummy = chan(int.class);
    private final Chan<Integer> nil = Chan.nil();
    private int order;

    private <T> T at(int place, T v) {
        assertThat(place).as("place in the order of evaluation").isGreaterThan(order);
        order = place;
        return v;
    }

    private int choose(Shape s, SelectCase ready) {
        List<SelectCase> cases = new ArrayList<>();
        if (s.defaultFirst) {
            cases.add(onDefault());
        }
        cases.add(ready);
        if (s.defaultLater) {
            cases.add(onDefault());
        }
        if (s.sendToDummy) {
            cases.add(onSend(at(3, dummy), at(4, 1)));
        }
        if (s.recvFromDummy) {
            cases.add(onRecv(at(5, dummy)));
        }
        if (s.sendToNil) {
            cases.add(onSend(at(6, nil), at(7, 1)));
        }
        if (s.recvFromNil) {
            cases.add(onRecv(at(8, nil)));
        }
        int chosen = select(cases.toArray(SelectCase[]::new));
        return chosen - (s.defaultFirst ? 1 : 0);
    }

    /// Go: the templates recv and recvOrder.
    @Test
    void the_receive_that_is_ready_is_chosen_among_all_others() {
        TestProgram.run(
                        _ -> {
                            Chan<Integer> c = chan(int.class, 1);
                            int n = 0;
                            for (Shape s : Shape.all()) {
                                order = 0;
                                c.send(++n);
                                var in = onRecv(at(1, c));
                                assertThat(choose(s, in)).as("%s", s).isZero();
                                assertThat(in.value()).isEqualTo(n);
                                assertThat(in.ok()).isTrue();
                            }
                        })
                .ok();
    }

    /// Go: the templates send and sendOrder.
    @Test
    void the_send_that_is_ready_is_chosen_among_all_others() {
        TestProgram.run(
                        _ -> {
                            Chan<Integer> c = chan(int.class, 1);
                            int n = 0;
                            for (Shape s : Shape.all()) {
                                order = 0;
                                n++;
                                assertThat(choose(s, onSend(at(1, c), at(2, n))))
                                        .as("%s", s)
                                        .isZero();
                                assertThat(c.recv()).isEqualTo(n);
                            }
                        })
                .ok();
    }

    /// Go: the template nonblock.
    @Test
    void default_is_chosen_when_no_case_is_ready() {
        TestProgram.run(
                        _ -> {
                            for (Shape s : Shape.all()) {
                                if (!s.defaultFirst && !s.defaultLater) {
                                    continue;
                                }
                                order = 0;
                                var in = onRecv(nil, v -> panic(v));
                                int at = choose(s, in);
                                assertThat(at).as("%s", s).isEqualTo(s.defaultFirst ? -1 : 1);
                            }
                        })
                .ok();
    }
}
