package goloom.runtime.explore;

import static goloom.runtime.Go.go;
import static goloom.runtime.Go.gosched;
import static goloom.runtime.Go.onDefault;
import static goloom.runtime.Go.onRecv;
import static goloom.runtime.Go.onSend;
import static goloom.runtime.Go.select;
import static goloom.runtime.Go.sleep;

import goloom.runtime.Chan;
import goloom.runtime.Clock;
import goloom.runtime.GoPanic;
import goloom.runtime.GoRuntime;
import goloom.runtime.Outcome;
import goloom.runtime.Received;
import goloom.runtime.SchedulePolicy;
import goloom.runtime.SelectCase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/// A few goroutines that do random things to a few channels, all from a seed: what they do, when
/// they yield, and what select chooses. On one P the seed alone gives the history; on more, the
/// machine has a say.
final class RandomProgram {
    private final Random random;
    private final long seed;
    private final List<Integer> capacities = new ArrayList<>();
    private final List<Chan<Integer>> chans = new ArrayList<>();
    private final List<Op> ops = new ArrayList<>();
    private final AtomicInteger moment = new AtomicInteger();
    private int values;

    RandomProgram(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
        int n = 1 + random.nextInt(2);
        for (int i = 0; i < n; i++) {
            capacities.add(random.nextInt(3));
        }
        int goroutines = 2 + random.nextInt(3);
        for (int g = 1; g <= goroutines; g++) {
            int length = 1 + random.nextInt(6);
            for (int i = 0; i < length; i++) {
                ops.add(randomOp(g));
            }
        }
    }

    private Op randomOp(int goroutine) {
        int dice = random.nextInt(10);
        if (dice == 0) {
            return new Op(goroutine, List.of(randomCase(Op.Kind.CLOSE)), false);
        }
        if (dice < 7) {
            return new Op(goroutine, List.of(randomCase()), false);
        }
        List<Op.Case> cases = new ArrayList<>();
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            cases.add(randomCase());
        }
        return new Op(goroutine, cases, cases.size() == 1 || random.nextInt(3) == 0);
    }

    private Op.Case randomCase() {
        return randomCase(random.nextBoolean() ? Op.Kind.SEND : Op.Kind.RECV);
    }

    private Op.Case randomCase(Op.Kind kind) {
        return new Op.Case(kind, random.nextInt(capacities.size()), ++values);
    }

    List<Integer> capacities() {
        return capacities;
    }

    /// Runs it until each goroutine has ended or waits for ever.
    History run(int procs) {
        for (int capacity : capacities) {
            chans.add(Chan.make(capacity, 0));
        }
        try (GoRuntime runtime =
                GoRuntime.builder()
                        .procs(procs)
                        .clock(Clock.virtual())
                        .policy(SchedulePolicy.seeded(seed))
                        .endsWithMain(true)
                        .build()) {
            Outcome end = runtime.run(this::main);
            if (!(end instanceof Outcome.Returned)) {
                throw new AssertionError("seed " + seed + ": " + end.report());
            }
        }
        return new History(ops);
    }

    private void main() {
        for (int g = 1; g <= ops.getLast().goroutine; g++) {
            int id = g;
            Random turns = new Random(seed * 31 + g);
            go(() -> perform(ops.stream().filter(op -> op.goroutine == id).toList(), turns));
        }
        sleep(Duration.ofHours(1)); // an hour is over when all of them wait
    }

    private void perform(List<Op> mine, Random turns) {
        for (Op op : mine) {
            for (int n = turns.nextInt(3); n > 0; n--) {
                gosched();
            }
            op.called = moment.incrementAndGet();
            try {
                perform(op);
            } catch (GoPanic _) {
                op.panicked = true;
            }
            op.returned = moment.incrementAndGet();
        }
    }

    private void perform(Op op) {
        Op.Case x = op.cases.getFirst();
        Chan<Integer> c = chans.get(x.chan());
        if (op.cases.size() > 1 || op.orElse) {
            choose(op);
        } else if (x.kind() == Op.Kind.SEND) {
            c.send(x.value());
        } else if (x.kind() == Op.Kind.RECV) {
            Received<Integer> r = c.recvOk();
            op.got = r.value();
            op.ok = r.ok();
        } else {
            c.close();
        }
    }

    private void choose(Op op) {
        List<SelectCase> cases = new ArrayList<>();
        for (Op.Case x : op.cases) {
            Chan<Integer> c = chans.get(x.chan());
            cases.add(x.kind() == Op.Kind.SEND ? onSend(c, x.value()) : onRecv(c));
        }
        if (op.orElse) {
            cases.add(onDefault());
        }
        int chosen = select(cases.toArray(SelectCase[]::new));
        op.chosen = chosen == op.cases.size() ? Op.DEFAULT : chosen;
        if (op.chose(Op.Kind.RECV) && cases.get(chosen) instanceof SelectCase.Recv<?> r) {
            op.got = (Integer) r.value();
            op.ok = r.ok();
        }
    }
}
