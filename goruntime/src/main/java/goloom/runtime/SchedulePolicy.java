package goloom.runtime;

/// Where every choice that can change the order of goroutines is made. The scheduler asks for
/// nothing random anywhere else, so a seed, an exploration or a replay is a policy and nothing
/// more.
@FunctionalInterface
public interface SchedulePolicy {
    /// What a choice is for.
    enum Choice {
        /// The order in which `select` looks at its cases.
        SELECT_ORDER,
        /// The P at which an M without work begins to steal.
        STEAL_ORDER
    }

    /// Makes the choices of one M. Used by one thread at a time.
    @FunctionalInterface
    interface Source {
        /// A number from 0 to `bound - 1`; `bound` is at least 1.
        int below(Choice choice, int bound);
    }

    /// The source for M number `thread`.
    Source source(int thread);

    /// As Go does: uniformly random, different in each run.
    static SchedulePolicy random() {
        return XorShift::seededByTime;
    }

    /// Random, and the same in each run with this seed as far as the choices go.
    static SchedulePolicy seeded(long seed) {
        return thread -> new XorShift(seed * 31 + thread);
    }
}
