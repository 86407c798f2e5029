package goloom.runtime.explore;

import java.util.List;

/// One operation of a history: what was asked, and between which two moments it had which result.
/// One that has not returned is still waiting at the end. Written by its goroutine only.
final class Op {
    enum Kind {
        SEND,
        RECV,
        CLOSE
    }

    /// @param value what is sent
    record Case(Kind kind, int chan, int value) {}

    /// The index of the default case of a select.
    static final int DEFAULT = -1;

    final int goroutine;
    final List<Case> cases; // one: the plain operation; more: a select
    final boolean orElse; // has a default case

    int called;
    int returned; // 0: not yet
    int chosen; // index in cases, or DEFAULT
    int got; // by a receive
    boolean ok; // likewise
    boolean panicked;

    Op(int goroutine, List<Case> cases, boolean orElse) {
        this.goroutine = goroutine;
        this.cases = cases;
        this.orElse = orElse;
    }

    boolean isPending() {
        return returned == 0;
    }

    /// The case that took place.
    Case done() {
        return cases.get(chosen);
    }

    boolean chose(Kind kind) {
        return !panicked && chosen != DEFAULT && done().kind == kind;
    }

    @Override
    public String toString() {
        String result =
                isPending()
                        ? "waits"
                        : panicked
                                ? "panics"
                                : chosen == DEFAULT
                                        ? "default"
                                        : done() + (chose(Kind.RECV) ? " " + got + " " + ok : "");
        return "goroutine %d [%d, %s] %s%s: %s"
                .formatted(
                        goroutine,
                        called,
                        isPending() ? "" : returned,
                        cases,
                        orElse ? " or default" : "",
                        result);
    }
}
