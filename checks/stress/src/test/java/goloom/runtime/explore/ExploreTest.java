package goloom.runtime.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Channels and select are linearizable, and nobody waits who need not: random programs on 1, 2 and
/// 4 Ps. A failure says its seed; `-Dgoloom.seed=N` runs that one alone, `-Dgoloom.stress=long` a
/// hundred times as many.
class ExploreTest {
    private static final int PROGRAMS =
            "long".equals(System.getProperty("goloom.stress")) ? 150_000 : 1_500;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void every_history_is_that_of_channels_used_one_at_a_time(int procs) {
        Long only = Long.getLong("goloom.seed");
        long first = only == null ? 0 : only;
        long end = only == null ? PROGRAMS : only + 1;
        for (long seed = first; seed < end; seed++) {
            RandomProgram program = new RandomProgram(seed);
            History history = program.run(procs);
            assertThat(history.isLinearizable(program.capacities()))
                    .as(
                            "seed %d on %d Ps, capacities %s, is linearizable:%n%s",
                            seed, procs, program.capacities(), history)
                    .isTrue();
        }
    }

    @Test
    void a_seed_gives_the_same_history_on_one_p() {
        for (long seed = 0; seed < 50; seed++) {
            assertThat(new RandomProgram(seed).run(1))
                    .hasToString(new RandomProgram(seed).run(1).toString());
        }
    }

    private static Op op(int goroutine, Op.Kind kind, int value, int called, int returned) {
        Op op = new Op(goroutine, List.of(new Op.Case(kind, 0, value)), false);
        op.called = called;
        op.returned = returned;
        op.got = kind == Op.Kind.RECV ? value : 0;
        op.ok = kind == Op.Kind.RECV;
        return op;
    }

    @Test
    void the_judge_accepts_a_meeting_and_rejects_what_was_never_sent() {
        Op send = op(1, Op.Kind.SEND, 1, 1, 4);
        assertThat(
                        new History(List.of(send, op(2, Op.Kind.RECV, 1, 2, 3)))
                                .isLinearizable(List.of(0)))
                .isTrue();
        assertThat(
                        new History(List.of(send, op(2, Op.Kind.RECV, 2, 2, 3)))
                                .isLinearizable(List.of(0)))
                .isFalse();
    }

    @Test
    void the_judge_rejects_a_buffer_out_of_order() {
        List<Op> ops =
                List.of(
                        op(1, Op.Kind.SEND, 1, 1, 2),
                        op(1, Op.Kind.SEND, 2, 3, 4),
                        op(2, Op.Kind.RECV, 2, 5, 6));
        assertThat(new History(ops).isLinearizable(List.of(2))).isFalse();
    }

    @Test
    void the_judge_rejects_a_lost_wake_up() {
        List<Op> ops = List.of(op(1, Op.Kind.SEND, 1, 1, 0), op(2, Op.Kind.RECV, 1, 2, 0));
        assertThat(new History(ops).isLinearizable(List.of(0))).isFalse();
    }
}
