package goloom.kernel.debug;

import goloom.kernel.display.Branch;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Numbers for what can be opened. The same thing keeps its number until [#renumber], so a tree
/// that is refreshed stays open.
///
/// Objects of the learner are held weakly: looking at them must not keep them alive, or a goroutine
/// that leaks would count as reachable. One thread only.
final class References {
    /// The variables of the session.
    static final int SESSION = 1;

    private static final int FIRST = 1000;
    private static final int MOST_GOROUTINES = 1000;

    private final Map<Key, Integer> numbers = new HashMap<>();
    private final Map<Integer, Key> keys = new HashMap<>();
    private final ReferenceQueue<Object> dead = new ReferenceQueue<>();
    private final Map<Goroutine, Integer> goroutines =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Goroutine, Integer> eldest) {
                    return size() > MOST_GOROUTINES;
                }
            };
    private int last = FIRST;

    /// The number of a branch; 0, which means that there is nothing to open, for null.
    int of(@Nullable Branch branch) {
        if (branch == null) {
            return 0;
        }
        for (Reference<?> r; (r = dead.poll()) != null; ) {
            if (r instanceof Key key) {
                numbers.remove(key);
                keys.remove(key.number);
            }
        }
        Key key = new Key(branch, dead);
        Integer known = numbers.get(key);
        if (known != null) {
            return known;
        }
        key.number = ++last;
        numbers.put(key, last);
        keys.put(last, key);
        return last;
    }

    /// The number of a goroutine in the state in which it was seen.
    int of(Goroutine g) {
        return goroutines.computeIfAbsent(g, _ -> ++last);
    }

    /// From now on everything has another number, so that a tree is drawn anew. The old numbers can
    /// still be used.
    void renumber() {
        numbers.clear();
    }

    /// The branch with a number; null: it is none, or nobody has it any more.
    @Nullable Branch branch(int number) {
        Key key = keys.get(number);
        return key == null ? null : key.branch();
    }

    /// The goroutine with a number; null: it is none, or too old.
    @Nullable Goroutine goroutine(int number) {
        for (Map.Entry<Goroutine, Integer> e : goroutines.entrySet()) {
            if (e.getValue() == number) {
                return e.getKey();
            }
        }
        return null;
    }

    private static final class Key extends WeakReference<Object> {
        private final int from;
        private final int to;
        private final int hash;
        private int number;

        Key(Branch b, ReferenceQueue<Object> dead) {
            super(b.value(), dead);
            from = b.from();
            to = b.to();
            hash = (System.identityHashCode(b.value()) * 31 + from) * 31 + to;
        }

        @Nullable Branch branch() {
            Object value = get();
            return value == null ? null : new Branch(value, from, to);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(@Nullable Object o) {
            if (this == o) {
                return true;
            }
            if (!(o instanceof Key k) || k.from != from || k.to != to) {
                return false;
            }
            Object mine = get();
            return mine != null && mine == k.get();
        }
    }
}
