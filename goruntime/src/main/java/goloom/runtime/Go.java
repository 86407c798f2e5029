package goloom.runtime;

import goloom.runtime.internal.Fmt;
import goloom.runtime.internal.GTimer;
import goloom.runtime.internal.Goexit;
import goloom.runtime.internal.Hchan;
import goloom.runtime.internal.Panics;
import goloom.runtime.internal.Preempt;
import goloom.runtime.internal.Running;
import goloom.runtime.internal.Sched;
import goloom.runtime.internal.Selectgo;
import goloom.runtime.internal.Waits;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// Go's statements and built-in functions as static methods: `import static goloom.runtime.Go.*;`.
///
/// Everything that waits blocks the calling goroutine and not its thread. All of it may also be
/// used by a thread that is no goroutine, which then blocks as the thread that it is.
public final class Go {
    private Go() {}

    static {
        goloom.runtime.internal.Names.set(new NamesOfApi());
    }

    // ---- programs

    /// `func main`: runs `body` as goroutine 1 of a new runtime and returns when it returns; the
    /// other goroutines then end. After a panic, a deadlock or a fatal error it prints Go's report
    /// to System.err and ends the JVM with exit code 2. A JVM that cannot run goroutines, because a
    /// flag is missing, is ended with a line that says so and exit code 1.
    public static void main(GoBody body) {
        try {
            goloom.runtime.internal.Jvm.require();
        } catch (UnsupportedOperationException e) {
            System.err.println("goloom: " + e.getMessage());
            System.exit(1);
        }
        try (GoRuntime runtime = GoRuntime.builder().build()) {
            Outcome outcome = runtime.run(body);
            System.out.flush();
            if (!(outcome instanceof Outcome.Returned)) {
                System.err.print(outcome.report());
                System.err.flush();
                System.exit(outcome.exitCode());
            }
        }
    }

    // ---- go

    /// `go f()`: runs `body` in a new goroutine. Does not wait. Actions before the call happen
    /// before the body begins. Fatal `go of nil func value` if it is null.
    public static void go(GoBody body) {
        start(null, body);
    }

    /// The same, with a name for reports and pictures.
    public static void go(String name, GoBody body) {
        start(name, body);
    }

    /// `go f(a)`: the argument is evaluated now.
    public static <A> void go(GoBody1<? super A> f, A a) {
        start(null, f == null ? null : () -> f.run(a));
    }

    /// `go f(a, b)`: the arguments are evaluated now.
    public static <A, B> void go(GoBody2<? super A, ? super B> f, A a, B b) {
        start(null, f == null ? null : () -> f.run(a, b));
    }

    /// `go f(a, b, c)`: the arguments are evaluated now.
    public static <A, B, C> void go(GoBody3<? super A, ? super B, ? super C> f, A a, B b, C c) {
        start(null, f == null ? null : () -> f.run(a, b, c));
    }

    /// `go f(a, b, c, d)`: the arguments are evaluated now.
    public static <A, B, C, D> void go(
            GoBody4<? super A, ? super B, ? super C, ? super D> f, A a, B b, C c, D d) {
        start(null, f == null ? null : () -> f.run(a, b, c, d));
    }

    /// `go f(a, b, c, d, e)`: the arguments are evaluated now.
    public static <A, B, C, D, E> void go(
            GoBody5<? super A, ? super B, ? super C, ? super D, ? super E> f,
            A a,
            B b,
            C c,
            D d,
            E e) {
        start(null, f == null ? null : () -> f.run(a, b, c, d, e));
    }

    private static void start(@Nullable String name, @Nullable GoBody body) {
        if (body == null) {
            throw Panics.goOfNil();
        }
        Preempt.poll(); // in Go every call is a poll; code that is not woven has it here
        Ambient.sched("go").go(name, body);
    }

    /// The calling goroutine's number; 0 on a thread that is no goroutine. For lessons; Go hides
    /// it.
    public static int goid() {
        return Running.goid();
    }

    /// The number of the OS thread (M) that runs the calling goroutine now; -1 if it is none.
    public static int threadId() {
        return Running.threadId();
    }

    /// The number of the P that the calling goroutine has now; -1 if it is none.
    public static int procId() {
        return Running.procId();
    }

    // ---- channels

    /// `make(chan T)`: the zero value follows from the class, 0 for `int.class`.
    public static <T> Chan<T> chan(Class<T> type) {
        return chan(type, 0);
    }

    /// `make(chan T, capacity)`. Panics with `makechan: size out of range` if the capacity is
    /// negative or does not fit into the heap.
    public static <T> Chan<T> chan(Class<T> type, int capacity) {
        @SuppressWarnings("NullAway") // the zero value of other classes is null
        Chan<T> c = new Chan<>(Chan.hchan(capacity), Zero.of(type), type);
        return c;
    }

    /// `make(chan struct{})`.
    public static Signal signal() {
        return signal(0);
    }

    /// `make(chan struct{}, capacity)`.
    public static Signal signal(int capacity) {
        return new Signal(Chan.hchan(capacity));
    }

    /// `ch == nil`: true for [Chan#nil()] and for null.
    public static boolean isNil(@Nullable Object ch) {
        return ch == null || ch instanceof Chan<?> c && c.h() == null;
    }

    /// `ch <- v`; null is the nil channel. See [Chan#send].
    public static <T> void send(@Nullable SendChan<T> ch, T v) {
        if (ch == null) {
            Waits.sendToNil();
        } else {
            ch.send(v);
        }
    }

    /// `<-ch`; null is the nil channel. See [Chan#recv].
    public static <T> T recv(@Nullable RecvChan<T> ch) {
        if (ch == null) {
            Waits.receiveFromNil();
            throw new AssertionError("unreachable");
        }
        return ch.recv();
    }

    /// `v, ok := <-ch`; null is the nil channel. See [Chan#recvOk].
    public static <T> Received<T> recvOk(@Nullable RecvChan<T> ch) {
        if (ch == null) {
            Waits.receiveFromNil();
            throw new AssertionError("unreachable");
        }
        return ch.recvOk();
    }

    /// `close(ch)`; null is the nil channel. See [Chan#close].
    public static void close(@Nullable SendChan<?> ch) {
        if (ch == null) {
            throw Panics.closeOfNil();
        }
        ch.close();
    }

    /// `len(ch)`; 0 for null.
    public static int len(@Nullable SendChan<?> ch) {
        return ch == null ? 0 : ch.len();
    }

    /// `len(ch)`; 0 for null.
    public static int len(@Nullable RecvChan<?> ch) {
        return ch == null ? 0 : ch.len();
    }

    /// `len(ch)`; 0 for null.
    public static int len(@Nullable Chan<?> ch) {
        return ch == null ? 0 : ch.len();
    }

    /// `cap(ch)`; 0 for null.
    public static int cap(@Nullable SendChan<?> ch) {
        return ch == null ? 0 : ch.cap();
    }

    /// `cap(ch)`; 0 for null.
    public static int cap(@Nullable RecvChan<?> ch) {
        return ch == null ? 0 : ch.cap();
    }

    /// `cap(ch)`; 0 for null.
    public static int cap(@Nullable Chan<?> ch) {
        return ch == null ? 0 : ch.cap();
    }

    // ---- select

    /// `select`: waits until one of the cases can go on, does it, runs its body, and gives its
    /// number, from 0. Of several that can, one is chosen at random. With [#onDefault] it does not
    /// wait. Cases on nil channels are never chosen; without any case it blocks for ever.
    ///
    /// Panics with `send on closed channel` if it chooses a send on a closed channel.
    public static int select(SelectCase... cases) {
        int chosen = choose(cases);
        runBody(cases[chosen]);
        return chosen;
    }

    /// The same with two cases. Most selects have two; without an array, the compiler keeps the
    /// cases off the heap.
    public static int select(SelectCase first, SelectCase second) {
        if (first instanceof SelectCase.Default || second instanceof SelectCase.Default) {
            return select(new SelectCase[] {first, second});
        }
        Preempt.poll(); // as in choose
        Selectgo s = Selectgo.begin();
        first.addTo(s);
        second.addTo(s);
        int chosen = s.run(true);
        if (chosen == 0) {
            first.take(s);
            runBody(first);
        } else {
            second.take(s);
            runBody(second);
        }
        return chosen;
    }

    private static void runBody(SelectCase chosen) {
        try {
            chosen.runBody();
        } catch (Exception e) {
            throw Bodies.<RuntimeException>as(e);
        }
    }

    private static int choose(SelectCase... cases) {
        Preempt.poll(); // a loop around a select that never waits is preempted here
        int defaultAt = -1;
        for (int i = 0; i < cases.length; i++) {
            if (cases[i] instanceof SelectCase.Default) {
                if (defaultAt >= 0) {
                    throw new IllegalArgumentException("select: more than one onDefault");
                }
                defaultAt = i;
            }
        }
        int others = defaultAt < 0 ? cases.length : cases.length - 1;
        if (others == 0) {
            if (defaultAt >= 0) {
                return defaultAt;
            }
            Waits.selectWithoutCases();
        }
        if (others == 1) {
            // As Go's compiler does: a plain operation.
            int at = defaultAt == 0 ? 1 : 0;
            return single(cases[at], defaultAt >= 0) ? at : defaultAt;
        }
        Selectgo s = Selectgo.begin();
        for (SelectCase c : cases) {
            if (!(c instanceof SelectCase.Default)) {
                c.addTo(s);
            }
        }
        int i = s.run(defaultAt < 0);
        if (i == Selectgo.NONE) {
            return defaultAt;
        }
        int chosen = defaultAt >= 0 && i >= defaultAt ? i + 1 : i;
        cases[chosen].take(s);
        return chosen;
    }

    private static boolean single(SelectCase c, boolean mayNotWait) {
        switch (c) {
            case SelectCase.Send<?> send -> {
                Hchan h = send.h();
                if (h == null) {
                    if (!mayNotWait) {
                        Waits.sendToNil();
                    }
                    return false;
                }
                if (mayNotWait) {
                    return h.sendNow(send.elem());
                }
                h.send(send.elem());
                return true;
            }
            case SelectCase.Recv<?> recv -> {
                Hchan h = recv.h();
                if (h == null) {
                    if (!mayNotWait) {
                        Waits.receiveFromNil();
                    }
                    return false;
                }
                Object v = mayNotWait ? h.recvNow() : h.recv();
                if (v == Hchan.NOT_READY) {
                    return false;
                }
                recv.take(v);
                return true;
            }
            case SelectCase.Default d -> throw new AssertionError(d);
        }
    }

    /// What a receive case runs with the value.
    @FunctionalInterface
    public interface OnValue<T> {
        void run(T value) throws Exception;
    }

    /// What a receive case runs with the value and whether it was sent.
    @FunctionalInterface
    public interface OnValueOk<T> {
        void run(T value, boolean ok) throws Exception;
    }

    /// `case <-ch:`
    public static <T> SelectCase.Recv<T> onRecv(@Nullable RecvChan<T> ch) {
        return new SelectCase.Recv<>(ch, null, null, null);
    }

    /// `case <-ch: body`
    public static <T> SelectCase.Recv<T> onRecv(@Nullable RecvChan<T> ch, GoBody body) {
        return new SelectCase.Recv<>(ch, body, null, null);
    }

    /// `case v := <-ch: body`
    public static <T> SelectCase.Recv<T> onRecv(@Nullable RecvChan<T> ch, OnValue<? super T> body) {
        return new SelectCase.Recv<>(ch, null, body, null);
    }

    /// `case v, ok := <-ch: body`
    public static <T> SelectCase.Recv<T> onRecv(
            @Nullable RecvChan<T> ch, OnValueOk<? super T> body) {
        return new SelectCase.Recv<>(ch, null, null, body);
    }

    /// `case ch <- v:`
    public static <T> SelectCase.Send<T> onSend(@Nullable SendChan<T> ch, T v) {
        return new SelectCase.Send<>(ch, v, null);
    }

    /// `case ch <- v: body`
    public static <T> SelectCase.Send<T> onSend(@Nullable SendChan<T> ch, T v, GoBody body) {
        return new SelectCase.Send<>(ch, v, body);
    }

    /// `default:`
    public static SelectCase.Default onDefault() {
        return new SelectCase.Default(null);
    }

    /// `default: body`
    public static SelectCase.Default onDefault(GoBody body) {
        return new SelectCase.Default(body);
    }

    // ---- time

    /// `time.Sleep(d)`: blocks for at least `d`.
    public static void sleep(Duration d) {
        GTimer.sleep(Ambient.nanos(d));
    }

    /// `time.After(d)`: a channel that gets the time after `d`.
    public static RecvChan<Instant> after(Duration d) {
        return new GoTimer(d).c();
    }

    /// `time.Tick(d)`: a channel that gets the time every `d`; nil if `d` is not positive.
    public static RecvChan<Instant> tick(Duration d) {
        return d.isNegative() || d.isZero() ? Chan.nil() : new GoTicker(d).c();
    }

    /// `time.AfterFunc(d, f)`: runs `body` in a new goroutine after `d`.
    public static GoTimer afterFunc(Duration d, GoBody body) {
        return new GoTimer(Ambient.sched("afterFunc"), d, body);
    }

    /// `time.Now()`, by the clock of the runtime.
    public static Instant now() {
        Sched s = Running.sched();
        return s == null ? Clock.system().now() : s.wallClock();
    }

    // ---- panic, recover, defer

    /// `panic(v)`: throws a [GoPanic]. It never returns; its type lets `throw panic(v)` end a
    /// method.
    public static GoPanic panic(@Nullable Object v) {
        if (v == null) {
            throw Panics.nilPanic();
        }
        throw new GoPanic(v, Running.recoveredValueIs(v));
    }

    /// `recover()`, in `catch (RuntimeException e) { var r = recovered(e); }`: what was given to
    /// `panic`; for a run-time error, Go's or Java's, a [GoRuntimeError] with Go's text. Of several
    /// panics, because deferred calls panicked too, it gives the last.
    ///
    /// If a deferred call has called goexit meanwhile, that goes on: this does not return.
    public static @Nullable Object recovered(Throwable e) {
        return Running.recover(e);
    }

    /// Calls to be made at the end of a block: `try (var d = defers()) { d.add(...); }`. See
    /// [Defers].
    public static Defers defers() {
        return new Defers();
    }

    /// `defer f()`, in `try (var _ = defer(wg::done)) { ... }`. See [Defers].
    public static Defers defer(GoBody body) {
        Defers d = new Defers();
        d.add(body);
        return d;
    }

    /// `runtime.Goexit()`: ends the calling goroutine after its deferred calls. Never returns.
    public static void goexit() {
        throw Goexit.now();
    }

    // ---- runtime

    /// `runtime.Gosched()`: lets the other goroutines run first.
    public static void gosched() {
        Running.gosched();
    }

    /// `runtime.GOMAXPROCS(n)`: sets the number of Ps, the goroutines that run at the same time,
    /// and gives what it was. With n < 1 it changes nothing. The largest is 256; more is taken as
    /// 256.
    public static int gomaxprocs(int n) {
        Sched s = Ambient.sched("gomaxprocs");
        return n < 1 ? s.gomaxprocs() : s.setGomaxprocs(Math.min(n, GoRuntime.MOST_PROCS));
    }

    /// `runtime.NumGoroutine()`.
    public static int numGoroutine() {
        return Ambient.sched("numGoroutine").numGoroutine();
    }

    /// `runtime.NumCPU()`.
    public static int numCPU() {
        return Runtime.getRuntime().availableProcessors();
    }

    /// `runtime.LockOSThread()`: the calling goroutine stays on its thread, which runs no other.
    /// Nests.
    public static void lockOSThread() {
        Running.lockOSThread();
    }

    /// `runtime.UnlockOSThread()`: undoes one [#lockOSThread]; harmless if there is none.
    public static void unlockOSThread() {
        Running.unlockOSThread();
    }

    // ---- sync

    /// `sync.OnceFunc(f)`: runs `body` at the first call. If it panics, each call panics with the
    /// same value.
    public static GoBody onceFunc(GoBody body) {
        OnceResult<Boolean> once =
                new OnceResult<>(() -> {
                    body.run();
                    return true;
                });
        return once::get;
    }

    /// `sync.OnceValue(f)`: computes the value at the first call.
    public static <T extends @Nullable Object> java.util.function.Supplier<T> onceValue(
            java.util.concurrent.Callable<T> compute) {
        return new OnceResult<>(compute)::get;
    }

    // ---- loops and printing

    /// `for i := range n`: 0 to n - 1. The variable may be captured by a lambda.
    public static Iterable<Integer> range(int n) {
        return () ->
                new Iterator<>() {
                    private int i;

                    @Override
                    public boolean hasNext() {
                        return i < n;
                    }

                    @Override
                    public Integer next() {
                        if (i >= n) {
                            throw new NoSuchElementException();
                        }
                        return i++;
                    }
                };
    }

    /// `fmt.Println(a, b)`: the operands as Go prints them, with spaces between them, and a line
    /// end.
    public static void println(@Nullable Object... values) {
        Running.print(Fmt.println(values == null ? new @Nullable Object[] {null} : values));
    }

    /// `fmt.Print(a, b)`: a space between operands of which neither is a string.
    public static void print(@Nullable Object... values) {
        Running.print(Fmt.print(values == null ? new @Nullable Object[] {null} : values));
    }

    /// `fmt.Printf(format, a, b)` with Go's verbs: %v %+v %d %s %q %T %t %x %f %g %c %p %%.
    public static void printf(String format, @Nullable Object... args) {
        Running.print(Fmt.sprintf(format, args == null ? new @Nullable Object[] {null} : args));
    }

    /// `fmt.Sprintf(format, a, b)`.
    public static String sprintf(String format, @Nullable Object... args) {
        return Fmt.sprintf(format, args == null ? new @Nullable Object[] {null} : args);
    }

    /// `fmt.Sprint(a, b)`.
    public static String sprint(@Nullable Object... values) {
        return Fmt.print(values == null ? new @Nullable Object[] {null} : values);
    }
}
