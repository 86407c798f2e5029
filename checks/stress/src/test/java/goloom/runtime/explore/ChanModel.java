package goloom.runtime.explore;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Channels whose operations happen one at a time: what Go's specification says of them. Immutable.
///
/// On an unbuffered channel a send and a receive happen together, as one step: [#meet].
///
/// @param buffers what is in each channel, first in first out
record ChanModel(List<Integer> capacities, List<List<Integer>> buffers, List<Boolean> closed) {
    static ChanModel of(List<Integer> capacities) {
        List<List<Integer>> empty = new ArrayList<>();
        List<Boolean> open = new ArrayList<>();
        for (int i = 0; i < capacities.size(); i++) {
            empty.add(List.of());
            open.add(false);
        }
        return new ChanModel(capacities, empty, open);
    }

    private boolean isClosed(int c) {
        return closed.get(c);
    }

    private List<Integer> buffer(int c) {
        return buffers.get(c);
    }

    /// True if the case need not wait, also if all it can do is panic.
    boolean canHappen(Op.Case x) {
        return switch (x.kind()) {
            case SEND -> isClosed(x.chan()) || buffer(x.chan()).size() < capacities.get(x.chan());
            case RECV -> isClosed(x.chan()) || !buffer(x.chan()).isEmpty();
            case CLOSE -> true;
        };
    }

    private boolean panics(Op.Case x) {
        return x.kind() != Op.Kind.RECV && isClosed(x.chan());
    }

    /// The channels after an operation that happened alone with its result; null if it cannot have.
    @Nullable ChanModel after(Op op) {
        if (op.panicked) {
            return op.cases.stream().anyMatch(this::panics) ? this : null;
        }
        if (op.chosen == Op.DEFAULT) {
            return op.cases.stream().noneMatch(this::canHappen) ? this : null;
        }
        Op.Case x = op.done();
        if (!canHappen(x) || panics(x)) {
            return null;
        }
        return switch (x.kind()) {
            case SEND -> with(x.chan(), added(buffer(x.chan()), x.value()));
            case RECV -> received(op, x.chan());
            case CLOSE -> close(x.chan());
        };
    }

    private @Nullable ChanModel received(Op op, int c) {
        List<Integer> b = buffer(c);
        if (b.isEmpty()) {
            return !op.ok && op.got == 0 ? this : null;
        }
        return op.ok && op.got == b.getFirst() ? with(c, b.subList(1, b.size())) : null;
    }

    private static List<Integer> added(List<Integer> to, int value) {
        List<Integer> more = new ArrayList<>(to);
        more.add(value);
        return more;
    }

    private ChanModel with(int c, List<Integer> buffer) {
        List<List<Integer>> bs = new ArrayList<>(buffers);
        bs.set(c, buffer);
        return new ChanModel(capacities, bs, closed);
    }

    private ChanModel close(int c) {
        List<Boolean> cs = new ArrayList<>(closed);
        cs.set(c, true);
        return new ChanModel(capacities, buffers, cs);
    }

    /// True if these two results are those of a send and a receive that met on an unbuffered
    /// channel.
    boolean meet(Op send, Op recv) {
        if (!send.chose(Op.Kind.SEND) || !recv.chose(Op.Kind.RECV)) {
            return false;
        }
        Op.Case s = send.done();
        return canMeet(s, recv.done()) && recv.ok && recv.got == s.value();
    }

    /// True if a send and a receive that wait need not wait any more, as they have each other.
    boolean canMeet(Op.Case send, Op.Case recv) {
        return send.kind() == Op.Kind.SEND
                && recv.kind() == Op.Kind.RECV
                && send.chan() == recv.chan()
                && capacities.get(send.chan()) == 0
                && !isClosed(send.chan());
    }
}
