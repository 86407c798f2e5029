package goloom.runtime.explore;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What some goroutines did to some channels, and whether it can be true: whether there is an
/// order, in which each operation happens at one moment between its call and its return, that
/// [ChanModel] allows, and at whose end nobody waits who need not. Wing and Gong's search, with a
/// memory of what was tried (Lowe).
final class History {
    private final List<Op> done;
    private final List<Op> waiting;
    private final Set<Tried> tried = new HashSet<>();

    private record Tried(BitSet happened, ChanModel chans) {}

    History(List<Op> ops) {
        done = ops.stream().filter(op -> !op.isPending()).toList();
        waiting = ops.stream().filter(op -> op.called > 0 && op.isPending()).toList();
    }

    boolean isLinearizable(List<Integer> capacities) {
        return search(new BitSet(), ChanModel.of(capacities));
    }

    private boolean search(BitSet happened, ChanModel chans) {
        if (!tried.add(new Tried(happened, chans))) {
            return false;
        }
        if (happened.cardinality() == done.size()) {
            return waiting.stream().noneMatch(op -> needNotWait(op, chans));
        }
        for (int i = 0; i < done.size(); i++) {
            if (!isNext(i, happened)) {
                continue;
            }
            ChanModel after = chans.after(done.get(i));
            if (after != null && search(with(happened, i, i), after)) {
                return true;
            }
            for (int j = 0; j < done.size(); j++) {
                if (i != j
                        && isNext(j, happened)
                        && chans.meet(done.get(i), done.get(j))
                        && search(with(happened, i, j), chans)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// It has not happened, and none that has not happened had returned before it was called.
    private boolean isNext(int i, BitSet happened) {
        if (happened.get(i)) {
            return false;
        }
        for (int j = 0; j < done.size(); j++) {
            if (!happened.get(j) && done.get(j).returned < done.get(i).called) {
                return false;
            }
        }
        return true;
    }

    private static BitSet with(BitSet set, int i, int j) {
        BitSet more = (BitSet) set.clone();
        more.set(i);
        more.set(j);
        return more;
    }

    private boolean needNotWait(Op op, ChanModel chans) {
        return op.orElse
                || op.cases.stream().anyMatch(chans::canHappen)
                || waiting.stream().anyMatch(other -> other != op && meets(op, other, chans));
    }

    private static boolean meets(Op a, Op b, ChanModel chans) {
        return a.cases.stream().anyMatch(s -> b.cases.stream().anyMatch(r -> chans.canMeet(s, r)));
    }

    @Override
    public String toString() {
        return java.util.stream.Stream.concat(done.stream(), waiting.stream())
                .map(Op::toString)
                .collect(Collectors.joining("\n"));
    }
}
