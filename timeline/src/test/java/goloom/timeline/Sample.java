package goloom.timeline;

import static goloom.runtime.Go.*;
import static java.time.Duration.ofMillis;

import goloom.runtime.Chan;
import goloom.runtime.GoRuntime;
import goloom.runtime.Mutex;
import goloom.runtime.Outcome;
import goloom.runtime.WaitGroup;
import goloom.runtime.internal.Woven;
import goloom.trace.Site;
import goloom.trace.Trace;
import java.util.Map;

/// Programs as learners write them, with the text of their cell. What the kernel weaves into a cell
/// stands here by hand: `at` for the line of a call, `named` for the name of a variable.
public enum Sample {
    HELLO(
            """
            go("hello", () -> println("hello"));
            println("main");
            """) {
        @Override
        void run() {
            at(1);
            go("hello", () -> work(20));
            work(20);
        }
    },
    FORK_JOIN(
            """
            var wg = new WaitGroup();
            for (int i : range(3)) {
                wg.go("child", () -> compute(i));
            }
            wg.await();
            println("joined");
            """) {
        @Override
        void run() {
            forkJoin(3);
        }
    },
    FORK_JOIN_5(FORK_JOIN.source) {
        @Override
        void run() {
            forkJoin(5);
        }
    },
    FORK_JOIN_1(FORK_JOIN.source) {
        @Override
        void run() {
            forkJoin(1);
        }
    },
    JOIN_BY_CHANNEL(
            """
            var done = chan(int.class);
            for (int i : range(3)) {
                go("child", () -> { compute(i); done.send(i); });
            }
            for (int i : range(3)) done.recv();
            """) {
        @Override
        void run() {
            Chan<Integer> done = named(chan(int.class), "done");
            for (int i : range(3)) {
                at(3);
                go(
                        "child",
                        () -> {
                            work(200 + 150 * i);
                            at(3);
                            done.send(i);
                        });
            }
            for (int i = 0; i < 3; i++) {
                at(5);
                done.recv();
            }
        }
    },
    PING_PONG(
            """
            var ping = chan(int.class);
            var pong = chan(int.class);
            go("ponger", () -> {
                for (int i : range(4)) pong.send(ping.recv() * 10);
            });
            for (int i : range(4)) {
                ping.send(i);
                println(pong.recv());
            }
            """) {
        @Override
        void run() {
            Chan<Integer> ping = named(chan(int.class), "ping");
            Chan<Integer> pong = named(chan(int.class), "pong");
            at(3);
            go(
                    "ponger",
                    () -> {
                        for (int i = 0; i < 4; i++) {
                            at(4);
                            pong.send(ping.recv() * 10);
                        }
                    });
            for (int i : range(4)) {
                at(7);
                ping.send(i);
                at(8);
                pong.recv();
            }
        }
    },
    BUFFER(
            """
            var ch = chan(int.class, 2);
            go("receiver", () -> {
                sleep(ofMillis(5));
                for (var v : ch) println(v);
            });
            for (int i : range(4)) ch.send(i);   // the third send blocks
            ch.close();
            sleep(ofMillis(1));
            """) {
        @Override
        void run() {
            Chan<Integer> ch = named(chan(int.class, 2), "ch");
            at(2);
            go(
                    "receiver",
                    () -> {
                        at(3);
                        sleep(ofMillis(5));
                        at(4);
                        for (int v : ch) {
                            work(50 + v);
                        }
                    });
            for (int i : range(4)) {
                at(6);
                ch.send(i);
            }
            at(7);
            ch.close();
            at(8);
            sleep(ofMillis(1));
        }
    },
    WORKER_POOL(
            """
            var jobs = chan(int.class);
            var results = chan(int.class, 4);
            var mu = new Mutex();
            var wg = new WaitGroup();
            for (int w : range(4)) {
                wg.go("worker", () -> {
                    for (int j : jobs) {
                        compute(j);
                        mu.lock(); total += j; mu.unlock();
                        results.send(j * j);
                    }
                });
            }
            go("producer", () -> { for (int j : range(12)) jobs.send(j); jobs.close(); });
            go("closer", () -> { wg.await(); results.close(); });
            for (int r : results) sum += r;
            """) {
        @Override
        void run() {
            Chan<Integer> jobs = named(chan(int.class), "jobs");
            Chan<Integer> results = named(chan(int.class, 4), "results");
            Mutex mu = named(new Mutex(), "mu");
            WaitGroup wg = named(new WaitGroup(), "wg");
            for (int w : range(4)) {
                at(6);
                wg.go(
                        "worker",
                        () -> {
                            at(7);
                            for (int j : jobs) {
                                work(60 + 10 * w);
                                at(9);
                                mu.lock();
                                work(10);
                                mu.unlock();
                                at(10);
                                results.send(j * j);
                                at(7);
                            }
                        });
            }
            at(14);
            go(
                    "producer",
                    () -> {
                        for (int j : range(12)) {
                            at(14);
                            jobs.send(j);
                        }
                        jobs.close();
                    });
            at(15);
            go(
                    "closer",
                    () -> {
                        at(15);
                        wg.await();
                        results.close();
                    });
            at(16);
            for (int r : results) {
                work(5 + r % 3);
            }
        }
    },
    MAIN_RETURNS(
            """
            for (int i : range(3)) {
                go("late", () -> println("hello"));
            }
            // main returns: the program ends, and nobody says hello
            """) {
        @Override
        void run() {
            for (int i = 0; i < 3; i++) {
                at(2);
                go("late", () -> work(2_000));
            }
        }
    },
    DEADLOCK(
            """
            var a = new Mutex();
            var b = new Mutex();
            var wg = new WaitGroup();
            wg.go("left", () -> {
                a.lock();
                gosched();
                b.lock();
            });
            wg.go("right", () -> {
                b.lock();
                gosched();
                a.lock();
            });
            wg.await();
            """) {
        @Override
        void run() {
            Mutex a = named(new Mutex(), "a");
            Mutex b = named(new Mutex(), "b");
            WaitGroup wg = named(new WaitGroup(), "wg");
            Chan<Integer> both = chan(int.class, 2);
            at(4);
            wg.go("left", () -> cross(a, b, both, 5));
            at(9);
            wg.go("right", () -> cross(b, a, both, 10));
            at(14);
            wg.await();
        }
    },
    DEADLOCK_CHANNEL(
            """
            var ch = chan(int.class);
            ch.send(42);          // nobody receives
            println(ch.recv());
            """) {
        @Override
        void run() {
            Chan<Integer> ch = named(chan(int.class), "ch");
            at(2);
            ch.send(42);
        }
    },
    BLOCKED_CALL(
            """
            var wg = new WaitGroup();
            wg.go("file", () -> readBigFile());
            for (int i : range(3)) wg.go("worker", () -> compute(i));
            wg.await();
            """) {
        @Override
        void run() {
            WaitGroup wg = named(new WaitGroup(), "wg");
            at(2);
            wg.go(
                    "file",
                    () -> {
                        at(2);
                        Woven.enterSyscall();
                        try {
                            work(4_000);
                        } finally {
                            Woven.exitSyscall();
                        }
                    });
            for (int i : range(3)) {
                at(3);
                wg.go("worker", () -> work(700 + 100 * i));
            }
            at(4);
            wg.await();
        }
    },
    PANIC(
            """
            go("bad", () -> {
                compute(1);
                throw panic("boom");
            });
            sleep(ofMillis(50));
            """) {
        @Override
        void run() {
            at(1);
            go(
                    "bad",
                    () -> {
                        work(100);
                        at(3);
                        throw panic("boom");
                    });
            at(5);
            sleep(ofMillis(50));
        }
    },
    SLEEPERS(
            """
            var wg = new WaitGroup();
            for (int i : range(4)) {
                wg.go("sleeper", () -> sleep(ofMillis(5 * (4 - i))));
            }
            wg.await();
            """) {
        @Override
        void run() {
            WaitGroup wg = named(new WaitGroup(), "wg");
            for (int i : range(4)) {
                at(3);
                wg.go(
                        "sleeper",
                        () -> {
                            at(3);
                            sleep(ofMillis(5L * (4 - i)));
                        });
            }
            at(5);
            wg.await();
        }
    },
    LEFT_BEHIND(
            """
            var jobs = chan(int.class);
            for (int i : range(2)) {
                go("worker", () -> { for (int j : jobs) compute(j); });
            }
            jobs.send(1);
            """) {
        @Override
        void run() {
            Chan<Integer> jobs = named(chan(int.class), "jobs");
            for (int i = 0; i < 2; i++) {
                at(3);
                go(
                        "worker",
                        () -> {
                            at(3);
                            for (int j : jobs) {
                                work(30 + j);
                                at(3);
                            }
                        });
            }
            at(5);
            jobs.send(1);
        }

        @Override
        boolean isCell() {
            return true;
        }
    },
    SELECT(
            """
            var data = chan(int.class);
            var quit = signal();
            go("producer", () -> { for (int i : range(3)) data.send(i); quit.close(); });
            while (select(onRecv(data, v -> println(v)), onRecv(quit)) == 0) { }
            """) {
        @Override
        void run() {
            Chan<Integer> data = named(chan(int.class), "data");
            var quit = named(signal(), "quit");
            at(3);
            go(
                    "producer",
                    () -> {
                        for (int i : range(3)) {
                            at(3);
                            data.send(i);
                        }
                        quit.close();
                    });
            at(4);
            while (select(onRecv(data, v -> work(10 + v)), onRecv(quit)) == 0) {
                at(4);
            }
        }
    },
    MANY(
            """
            var wg = new WaitGroup();
            for (int i : range(300)) {
                wg.go("worker", () -> compute(i));
            }
            wg.await();
            """) {
        @Override
        void run() {
            WaitGroup wg = named(new WaitGroup(), "wg");
            Mutex mu = named(new Mutex(), "mu");
            for (int i : range(300)) {
                at(3);
                wg.go(
                        "worker",
                        () -> {
                            work(20 + i % 30);
                            mu.lock();
                            work(3);
                            mu.unlock();
                        });
            }
            at(5);
            wg.await();
        }
    };

    final String source;

    Sample(String source) {
        this.source = source;
    }

    /// The number of the cell in which it stands.
    static final int CELL = 3;

    abstract void run();

    /// A cell of a session, not a program of its own.
    boolean isCell() {
        return false;
    }

    /// Runs it and gives the trace.
    Trace trace(int procs) {
        try (GoRuntime runtime = GoRuntime.builder().procs(procs).endsWithMain(!isCell()).build()) {
            runtime.startTrace(1_000_000);
            Outcome outcome = runtime.run(this::run);
            if (isCell()) {
                runtime.awaitIdle(java.time.Duration.ofSeconds(1));
            }
            return runtime.stopTrace(GoRuntime.ending(outcome));
        }
    }

    /// The picture, with the text of the cell.
    Timeline timeline(int procs) {
        return Timeline.of(trace(procs)).source(Map.of(CELL, source));
    }

    // ---- for the programs

    /// The next call into the runtime stands in this line.
    static void at(int line) {
        Woven.at(Site.pack(CELL, line));
    }

    static <T> T named(T o, String variable) {
        Woven.name(o, variable);
        return o;
    }

    /// Computes for about so many microseconds.
    static void work(long micros) {
        long end = System.nanoTime() + micros * 1_000;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    static void forkJoin(int n) {
        WaitGroup wg = named(new WaitGroup(), "wg");
        for (int i : range(n)) {
            at(3);
            wg.go("child", () -> work(200 + 100L * (i * 7 % 5)));
        }
        at(5);
        wg.await();
        work(30);
    }

    static void cross(Mutex first, Mutex second, Chan<Integer> both, int line) {
        at(line);
        first.lock();
        both.send(1);
        while (both.len() < 2) {
            at(line + 1);
            gosched();
        }
        at(line + 2);
        second.lock();
    }
}
