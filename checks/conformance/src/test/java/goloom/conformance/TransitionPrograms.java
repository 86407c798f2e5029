package goloom.conformance;

import static goloom.runtime.Go.after;
import static goloom.runtime.Go.chan;
import static goloom.runtime.Go.defer;
import static goloom.runtime.Go.go;
import static goloom.runtime.Go.goexit;
import static goloom.runtime.Go.gosched;
import static goloom.runtime.Go.onRecv;
import static goloom.runtime.Go.onSend;
import static goloom.runtime.Go.range;
import static goloom.runtime.Go.select;
import static goloom.runtime.Go.signal;
import static goloom.runtime.Go.sleep;
import static java.time.Duration.ofMillis;

import goloom.runtime.Chan;
import goloom.runtime.Cond;
import goloom.runtime.GoBody;
import goloom.runtime.GoTimer;
import goloom.runtime.Mutex;
import goloom.runtime.RWMutex;
import goloom.runtime.WaitGroup;
import java.util.LinkedHashMap;
import java.util.Map;

/// The programs of transitions/programs.go, line by line.
final class TransitionPrograms {
    static final Map<String, GoBody> ALL = new LinkedHashMap<>();

    private TransitionPrograms() {}

    static {
        ALL.put(
                "ping-pong",
                () -> {
                    var ping = chan(int.class);
                    var pong = chan(int.class);
                    go(() -> {
                        for (var v : ping) {
                            pong.send(v);
                        }
                        pong.close();
                    });
                    for (int i : range(5)) {
                        ping.send(i);
                        pong.recv();
                    }
                    ping.close();
                    pong.recv();
                });
        ALL.put(
                "buffered",
                () -> {
                    var ch = chan(int.class, 2);
                    var done = signal();
                    go(() -> {
                        for (var _ : ch) {}
                        done.close();
                    });
                    for (int i : range(7)) {
                        ch.send(i);
                    }
                    ch.close();
                    done.recv();
                });
        ALL.put(
                "full buffer",
                () -> {
                    var ch = chan(int.class, 2);
                    for (int _ : range(4)) {
                        go(() -> ch.send(1));
                    }
                    gosched();
                    for (int _ : range(4)) {
                        ch.recv();
                    }
                    gosched();
                });
        ALL.put(
                "waitgroup",
                () -> {
                    var wg = new WaitGroup();
                    for (int _ : range(3)) {
                        wg.go(() -> {});
                    }
                    wg.await();
                });
        ALL.put(
                "mutex",
                () -> {
                    var mu = new Mutex();
                    var wg = new WaitGroup();
                    mu.lock();
                    for (int _ : range(2)) {
                        wg.go(() -> {
                            mu.lock();
                            mu.unlock();
                        });
                    }
                    gosched();
                    mu.unlock();
                    wg.await();
                });
        ALL.put(
                "rwmutex",
                () -> {
                    var mu = new RWMutex();
                    var wg = new WaitGroup();
                    mu.rLock();
                    wg.go(() -> {
                        mu.lock();
                        mu.unlock();
                    });
                    gosched();
                    wg.go(() -> {
                        mu.rLock();
                        mu.rUnlock();
                    });
                    gosched();
                    mu.rUnlock();
                    wg.await();
                });
        ALL.put(
                "cond",
                () -> {
                    var mu = new Mutex();
                    var cond = new Cond(mu);
                    var wg = new WaitGroup();
                    for (int _ : range(3)) {
                        wg.go(() -> {
                            mu.lock();
                            cond.await();
                            mu.unlock();
                        });
                    }
                    gosched();
                    mu.lock();
                    cond.broadcast();
                    mu.unlock();
                    wg.await();
                });
        ALL.put(
                "select",
                () -> {
                    var a = chan(int.class);
                    var b = chan(int.class);
                    var quit = signal();
                    go(() -> {
                        while (true) {
                            if (select(onRecv(a), onSend(b, 1), onRecv(quit)) == 2) {
                                return;
                            }
                        }
                    });
                    gosched();
                    a.send(1);
                    gosched();
                    b.recv();
                    gosched();
                    quit.close();
                    gosched();
                });
        ALL.put(
                "sleep",
                () -> {
                    var wg = new WaitGroup();
                    for (int i : range(3)) {
                        wg.go(() -> sleep(ofMillis(30L * (i + 1))));
                    }
                    wg.await();
                });
        ALL.put(
                "timer",
                () -> {
                    var t = new GoTimer(ofMillis(20));
                    select(onRecv(t.c()), onRecv(chan(int.class)));
                    after(ofMillis(10)).recv();
                });
        ALL.put(
                "gosched",
                () -> {
                    var wg = new WaitGroup();
                    for (int _ : range(2)) {
                        wg.go(() -> {
                            for (int _ : range(3)) {
                                gosched();
                            }
                        });
                    }
                    wg.await();
                });
        ALL.put(
                "goexit",
                () -> {
                    var done = signal();
                    go(() -> {
                        try (var _ = defer(done::close)) {
                            goexit();
                        }
                    });
                    done.recv();
                    gosched();
                });
        ALL.put(
                "nil channel",
                () -> {
                    go(() -> {
                        Chan<Integer> ch = Chan.nil();
                        ch.recv();
                    });
                    go(() -> {
                        select();
                    });
                    gosched();
                });
        ALL.put(
                "chain",
                () -> {
                    int n = 4;
                    var first = chan(int.class);
                    var in = first;
                    for (int _ : range(n)) {
                        var out = chan(int.class);
                        var from = in;
                        go(() -> out.send(1 + from.recv()));
                        in = out;
                    }
                    first.send(0);
                    in.recv();
                    gosched();
                });
    }
}
