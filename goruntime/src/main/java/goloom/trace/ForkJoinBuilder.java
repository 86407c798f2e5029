package goloom.trace;

import goloom.trace.ForkJoin.Edge;
import goloom.trace.ForkJoin.Kind;
import goloom.trace.ForkJoin.Link;
import goloom.trace.ForkJoin.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/*
 * One pass over the events. Each goroutine has a clock, the longest path to where it is; running and sleeping
 * advance it, and an edge from another goroutine lifts it to that one's clock.
 *
 *   go                    the child starts at the parent's clock
 *   wake-up               the woken one goes on at the later of both clocks
 *   value                 the k-th receive of a channel comes after its k-th send
 *   Wait of a WaitGroup   comes after every Done since its counter was 0
 *
 * A second clock counts running only: its largest value is the span.
 *
 * Nodes are made where an edge begins or ends; those of one operation (a send and the wake-up that follows)
 * are one node.
 */
final class ForkJoinBuilder {
    /// With more nodes and edges than this only the figures are kept.
    static final int MOST = 20_000;

    private static final int NOBODY = -1;

    /// That of a value which a thread outside Go has sent: it comes after nothing.
    private static final Clock OUTSIDE = new Clock();

    /// One goroutine while the events are read.
    private static final class Life {
        boolean exists;
        boolean running;
        long since; // the time up to which the clocks are right
        boolean away; // sleeps, or is in a call, since then
        final Clock clock = new Clock();
        long ran; // since its last node
        long slept;
        int node = NOBODY; // its last
        int nodeResource = NOBODY; // what that node was about
        int joined = NOBODY; // the WaitGroup whose wait a wake-up has just ended
    }

    /// The longest path to somewhere, and where it came from.
    private static final class Clock {
        long at;
        long latency; // the part of `at` that is not running
        long running; // the longest path when only running counts
        int node = NOBODY;

        void set(Clock c) {
            at = c.at;
            latency = c.latency;
            running = c.running;
            node = c.node;
        }

        /// Lifts this to `c`; true if that made it later, or no earlier.
        boolean lift(Clock c) {
            running = Math.max(running, c.running);
            if (c.at < at) {
                return false;
            }
            at = c.at;
            latency = c.latency;
            node = c.node;
            return true;
        }

        Clock copy() {
            Clock c = new Clock();
            c.set(this);
            return c;
        }
    }

    /// What has been sent on a channel and not received, or the Dones of a WaitGroup.
    private static final class Signals {
        final ArrayDeque<Clock> values = new ArrayDeque<>();
        boolean seen;
        int unknown; // values that were in the buffer before the trace
        int early; // receives whose send has not been seen yet
        boolean closed;
        final Clock close = new Clock();
        final Clock dones = new Clock();
        final List<Integer> doneNodes = new ArrayList<>();
        int counter;
    }

    private final Trace t;
    private final Spans spans;
    private final GoroutineIndex index;
    private final Life[] lives;
    private final Map<Integer, Signals> signals = new HashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private final List<Integer> before = new ArrayList<>(); // on the longest path
    private final List<Edge> edges = new ArrayList<>();
    private boolean tooMany;
    private long work;

    ForkJoinBuilder(Spans spans) {
        this.spans = spans;
        t = spans.trace();
        index = new GoroutineIndex(t);
        lives = new Life[index.size()];
        for (int g = 0; g < lives.length; g++) {
            lives[g] = new Life();
        }
    }

    ForkJoin build() {
        for (int i = 0; i < t.size() && t.time(i) <= spans.end(); i++) {
            read(i);
        }
        long span = 0;
        Clock last = new Clock();
        for (int g = 0; g < lives.length; g++) {
            Life l = lives[g];
            if (l.exists) {
                l.away = false; // nobody knows how long it would have been
                advance(l, spans.end());
                node(g, Kind.CUT, t.size() - 1, NOBODY);
            }
            span = Math.max(span, l.clock.running);
            last.lift(l.clock);
        }
        if (tooMany) {
            nodes.clear();
            edges.clear();
        }
        List<Integer> path = new ArrayList<>();
        for (int n = last.node; n != NOBODY && !tooMany; n = before.get(n)) {
            path.addFirst(n);
        }
        return new ForkJoin(nodes, edges, path, work, span, last.at, last.latency, joins());
    }

    private void read(int i) {
        int g = index.of(t.goroutine(i));
        int to = index.of(t.target(i));
        int r = t.resource(i);
        long time = Math.max(t.time(i), spans.begin());
        switch (t.kind(i)) {
            case GO_STATUS -> status(i, g, time);
            case GO_CREATE -> create(i, g, to, time);
            case GO_START -> start(g, time);
            case GO_BLOCK -> block(i, g, r, time);
            case GO_UNBLOCK -> unblock(i, g, to, r, time);
            case GO_STOP -> stop(g, time);
            case GO_END -> end(i, g, time);
            case SYSCALL_BEGIN -> call(i, g, time);
            case SYSCALL_END -> callEnd(i, g, time, t.arg(i) == 1);
            case CHAN_SEND -> send(i, g, r, time);
            case CHAN_RECV -> receive(i, g, r, time, t.target(i) == 1);
            case CHAN_CLOSE -> close(i, g, r, time);
            case WAITGROUP -> counter(i, g, r, time);
            case WAITGROUP_WAITED -> waited(i, g, r, time);
            default -> {}
        }
    }

    // ---- lives

    private void status(int i, int g, long time) {
        if (g < 0) {
            return;
        }
        Life l = lives[g];
        l.exists = true;
        l.since = time;
        GoState s = GoState.values()[t.arg(i)];
        l.running = s == GoState.RUNNING;
        l.away = s == GoState.SYSCALL || s == GoState.WAITING;
        node(g, Kind.START, i, NOBODY);
    }

    private void create(int i, int g, int to, long time) {
        if (to < 0) {
            return;
        }
        Life child = lives[to];
        child.exists = true;
        child.since = time;
        if (g < 0) {
            child.clock.at = child.clock.latency = time - spans.begin();
            node(to, Kind.START, i, NOBODY);
            return;
        }
        Life parent = lives[g];
        advance(parent, time);
        int from = node(g, Kind.FORK, i, NOBODY);
        child.clock.set(parent.clock);
        int begin = node(to, Kind.START, i, NOBODY);
        via(begin, from);
        edge(Link.GO, from, begin, -1);
    }

    private void start(int g, long time) {
        if (g >= 0) {
            lives[g].running = true;
            lives[g].since = time;
        }
    }

    private void block(int i, int g, int r, long time) {
        if (g >= 0) {
            advance(lives[g], time);
            node(g, Kind.BLOCK, i, r);
            lives[g].running = false;
            lives[g].away = true; // unless a goroutine wakes it
        }
    }

    private void stop(int g, long time) {
        if (g >= 0) {
            advance(lives[g], time);
            lives[g].running = false;
        }
    }

    private void call(int i, int g, long time) {
        if (g >= 0 && lives[g].running) {
            advance(lives[g], time);
            node(g, Kind.BLOCK, i, NOBODY);
            lives[g].running = false;
            lives[g].away = true;
        }
    }

    private void callEnd(int i, int g, long time, boolean lostP) {
        if (g >= 0) {
            advance(lives[g], time);
            node(g, Kind.JOIN, i, NOBODY);
            lives[g].running = !lostP;
        }
    }

    private void end(int i, int g, long time) {
        if (g >= 0) {
            advance(lives[g], time);
            node(g, Kind.END, i, NOBODY);
            lives[g].exists = false;
            lives[g].running = false;
        }
    }

    /// Lets its clocks go on up to `time`.
    private void advance(Life l, long time) {
        long d = Math.max(0, time - l.since);
        l.since = time;
        if (l.running) {
            work += d;
            l.ran += d;
            l.clock.at += d;
            l.clock.running += d;
        } else if (l.away) {
            l.away = false;
            l.slept += d;
            l.clock.at += d;
            l.clock.latency += d;
        }
    }

    // ---- edges

    private void unblock(int i, int g, int to, int r, long time) {
        if (to < 0) {
            return;
        }
        Life woken = lives[to];
        if (g < 0 || g == to) { // a timer, the network, another thread: it slept
            advance(woken, time);
            node(to, Kind.JOIN, i, r);
            return;
        }
        woken.away = false;
        int from = wake(i, g, r, time);
        Clock waker = lives[g].clock;
        Signals s = signals.get(r);
        boolean wait = s != null && !s.doneNodes.isEmpty();
        if (s != null && wait) {
            woken.joined = r;
            waker = s.dones; // of which the waker's is one
        }
        int via = woken.clock.lift(waker) ? waker.node : NOBODY;
        int join = node(to, Kind.JOIN, i, r);
        via(join, via);
        if (s != null && wait) {
            dones(s, join, r);
        } else {
            edge(Link.WAKE, from, join, r);
        }
    }

    private void send(int i, int g, int r, long time) {
        if (g >= 0) {
            signal(i, g, r, time);
        }
        Signals s = channel(r, t.arg(i) - 1);
        if (s.early > 0) {
            s.early--; // threads disagree about the time; the wake-up, if any, is the edge
        } else {
            s.values.add(g < 0 ? OUTSIDE : lives[g].clock.copy());
        }
    }

    private void receive(int i, int g, int r, long time, boolean closed) {
        Signals s = channel(r, t.arg(i) + (closed ? 0 : 1));
        if (!closed && s.unknown > 0) {
            s.unknown--;
            return;
        }
        Clock c = closed ? s.closed ? s.close : null : s.values.poll();
        if (c == null) {
            s.early += closed ? 0 : 1;
        } else if (g >= 0 && c != OUTSIDE && lives[g].running) { // else its wake-up is the edge
            value(i, g, r, time, c);
        }
    }

    private void close(int i, int g, int r, long time) {
        if (g >= 0) {
            signal(i, g, r, time);
            Signals s = of(r);
            s.closed = true;
            s.close.set(lives[g].clock);
        }
    }

    /// `g`, which runs, comes after `c`.
    private void value(int i, int g, int r, long time, Clock c) {
        Life l = lives[g];
        advance(l, time);
        int from = c.node;
        boolean later = l.clock.lift(c);
        int join = node(g, Kind.JOIN, i, r);
        via(join, later ? from : NOBODY);
        edge(Link.VALUE, from, join, r);
    }

    private void counter(int i, int g, int r, long time) {
        Signals s = of(r);
        int was = s.counter;
        s.counter = t.arg(i);
        if (s.counter > was) {
            if (was == 0) { // a new round
                s.doneNodes.clear();
                s.dones.set(new Clock());
            }
        } else if (g >= 0) {
            int n = signal(i, g, r, time);
            s.dones.lift(lives[g].clock);
            s.doneNodes.add(n);
        }
    }

    private void waited(int i, int g, int r, long time) {
        if (g < 0) {
            return;
        }
        Life l = lives[g];
        Signals s = of(r);
        if (l.joined == r || s.doneNodes.isEmpty()) {
            l.joined = NOBODY;
            return;
        }
        advance(l, time);
        int from = s.dones.node;
        boolean later = l.clock.lift(s.dones);
        int join = node(g, Kind.JOIN, i, r);
        via(join, later ? from : NOBODY);
        dones(s, join, r);
    }

    private void dones(Signals s, int join, int r) {
        for (int n : s.doneNodes) {
            if (tooMany) {
                return;
            }
            if (n != NOBODY && nodes.get(n).goroutine() != nodes.get(join).goroutine()) {
                edge(Link.DONE, n, join, r);
            }
        }
    }

    /// The channel `r`, whose buffer held `before` values before its first event.
    private Signals channel(int r, int before) {
        Signals s = of(r);
        if (!s.seen) {
            s.seen = true;
            s.unknown = t.resources().get(r).capacity() == 0 ? 0 : Math.max(0, before);
        }
        return s;
    }

    private Signals of(int r) {
        return signals.computeIfAbsent(r, _ -> new Signals());
    }

    // ---- nodes

    /// The node at which `g` does something to `r`.
    private int signal(int i, int g, int r, long time) {
        Life l = lives[g];
        if (!l.running) {
            return l.node; // it is parked in the operation
        }
        advance(l, time);
        return node(g, Kind.SIGNAL, i, r);
    }

    /// The node at which `g` wakes somebody who waited for `r`. The send, close or Done that does
    /// it has an event, and so a node, of its own right before.
    private int wake(int i, int g, int r, long time) {
        Life l = lives[g];
        boolean sameOperation = r >= 0 && l.nodeResource == r && hasOperationEvents(r);
        return sameOperation ? l.node : signal(i, g, r, time);
    }

    private boolean hasOperationEvents(int r) {
        return switch (t.resources().get(r).kind()) {
            case CHANNEL, WAITGROUP -> true;
            case MUTEX, RWMUTEX, COND, ONCE, SEMAPHORE, TIMER, JAVA -> false;
        };
    }

    private int node(int g, Kind kind, int event, int resource) {
        Life l = lives[g];
        int n = nodes.size();
        int previous = l.node;
        if (n + edges.size() >= MOST) {
            tooMany = true;
        }
        if (!tooMany) {
            nodes.add(new Node(kind, g, l.clock.at, l.ran, l.slept, event));
            before.add(previous);
        }
        l.ran = 0;
        l.slept = 0;
        l.node = tooMany ? NOBODY : n;
        l.nodeResource = resource;
        l.clock.node = l.node;
        return l.node;
    }

    /// The longest path to `node` comes from `from`.
    private void via(int node, int from) {
        if (node != NOBODY && from != NOBODY) {
            before.set(node, from);
        }
    }

    private void edge(Link link, int from, int to, int resource) {
        if (!tooMany && from != NOBODY && to != NOBODY) {
            edges.add(new Edge(link, from, to, resource));
        }
    }

    /// Which goroutines the end of main depends on: backwards from there over all edges.
    private List<Boolean> joins() {
        if (tooMany) {
            return List.of();
        }
        boolean[] seen = new boolean[nodes.size()];
        Boolean[] joins = new Boolean[lives.length];
        java.util.Arrays.fill(joins, false);
        int main = index.of(1);
        int end = main < 0 ? NOBODY : lives[main].node;
        List<List<Integer>> into = new ArrayList<>();
        int[] previous = new int[nodes.size()];
        int[] lastOf = new int[lives.length];
        java.util.Arrays.fill(lastOf, NOBODY);
        for (int n = 0; n < nodes.size(); n++) {
            into.add(new ArrayList<>());
            int g = nodes.get(n).goroutine();
            previous[n] = lastOf[g];
            lastOf[g] = n;
        }
        edges.forEach(e -> into.get(e.to()).add(e.from()));
        ArrayDeque<Integer> todo = new ArrayDeque<>();
        if (end != NOBODY) {
            todo.add(end);
        }
        while (!todo.isEmpty()) {
            int n = todo.pop();
            if (seen[n]) {
                continue;
            }
            seen[n] = true;
            joins[nodes.get(n).goroutine()] = true;
            if (previous[n] != NOBODY) {
                todo.add(previous[n]);
            }
            todo.addAll(into.get(n));
        }
        return List.of(joins);
    }
}
