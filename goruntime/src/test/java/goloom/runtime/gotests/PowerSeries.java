package goloom.runtime.gotests;

import static goloom.runtime.Go.*;

import goloom.runtime.Chan;
import goloom.runtime.Signal;
import java.util.ArrayList;
import java.util.List;

/// Go: test/chan/powser1.go. A power series is a goroutine that gives its next coefficient when it
/// is asked. Series made of other series are networks of such goroutines, and products and
/// exponentials make new ones with each coefficient.
record PowerSeries(Signal request, Chan<PowerSeries.Rat> coefficients) {
    /// A rational number, reduced; with the denominator 0 the end of a series.
    record Rat(long num, long den) {
        static final Rat ZERO = of(0);
        static final Rat ONE = of(1);
        static final Rat END = of(1, 0);

        static Rat of(long n) {
            return of(n, 1);
        }

        static Rat of(long u, long v) {
            long g = gcd(u, v);
            return v > 0 ? new Rat(u / g, v / g) : new Rat(-u / g, -v / g);
        }

        private static long gcd(long u, long v) {
            if (u < 0) {
                return gcd(-u, v);
            }
            return u == 0 ? v : gcd(v % u, u);
        }

        boolean isEnd() {
            return den == 0;
        }

        Rat plus(Rat v) {
            long g = gcd(den, v.den);
            return of(num * (v.den / g) + v.num * (den / g), den * (v.den / g));
        }

        Rat times(Rat v) {
            long g1 = gcd(num, v.den);
            long g2 = gcd(den, v.num);
            return new Rat((num / g1) * (v.num / g2), (den / g2) * (v.den / g1));
        }

        Rat negated() {
            return of(-num, den);
        }
    }

    /// What the goroutine of a series does.
    interface Body {
        void run(PowerSeries z);
    }

    /// A series that nobody feeds yet.
    PowerSeries() {
        this(signal(), Chan.make());
    }

    static PowerSeries made(Body body) {
        PowerSeries z = new PowerSeries();
        go(() -> body.run(z));
        return z;
    }

    Rat get() {
        request.send();
        return coefficients.recv();
    }

    private void put(Rat r) {
        request.recv();
        coefficients.send(r);
    }

    private void copyTo(PowerSeries out) {
        for (; ; ) {
            out.request.recv();
            out.coefficients.send(get());
        }
    }

    /// Go: get2. The next of both, asked for and received in any order.
    private static Rat[] next(PowerSeries u, PowerSeries v) {
        Rat[] out = new Rat[2];
        List<PowerSeries> in = List.of(u, v);
        List<Chan<Signal.Empty>> req = new ArrayList<>(List.of(u.request, v.request));
        List<Chan<Rat>> dat = new ArrayList<>(List.of(Chan.nil(), Chan.nil()));
        for (int n = 4; n > 0; n--) {
            var first = onRecv(dat.get(0));
            var second = onRecv(dat.get(1));
            int chosen =
                    select(
                            onSend(req.get(0), Signal.Empty.EMPTY),
                            onSend(req.get(1), Signal.Empty.EMPTY),
                            first,
                            second);
            int i = chosen % 2;
            if (chosen < 2) {
                dat.set(i, in.get(i).coefficients);
                req.set(i, Chan.nil());
            } else {
                out[i] = (i == 0 ? first : second).value();
                dat.set(i, Chan.nil());
            }
        }
        return out;
    }

    // ---- split: one series for two readers, each at its own pace

    /// Answers requests of out[0]; when its predecessor is done also of out[1].
    private static void splitOnce(PowerSeries in, PowerSeries[] out, Signal predecessorDone) {
        boolean both = false;
        if (select(onRecv(out[0].request), onRecv(predecessorDone)) == 1) {
            both = true;
            if (select(onRecv(out[0].request), onRecv(out[1].request)) == 1) {
                PowerSeries first = out[0];
                out[0] = out[1];
                out[1] = first;
            }
        }
        in.request.send();
        Signal release = signal();
        PowerSeries first = out[0];
        PowerSeries second = out[1];
        go(() -> splitOnce(in, out, release));
        Rat dat = in.coefficients.recv();
        first.coefficients.send(dat);
        if (!both) {
            predecessorDone.recv();
        }
        second.request.recv();
        second.coefficients.send(dat);
        release.send();
    }

    private void splitInto(PowerSeries[] out) {
        Signal release = signal();
        go(() -> splitOnce(this, out, release));
        release.send();
    }

    private static PowerSeries[] pair() {
        return new PowerSeries[] {new PowerSeries(), new PowerSeries()};
    }

    private PowerSeries[] split() {
        PowerSeries[] both = pair();
        PowerSeries[] shared = both.clone(); // the goroutines exchange the two
        go(() -> splitInto(shared));
        return both;
    }

    // ---- series

    /// c c c c ...
    static PowerSeries repeat(Rat c) {
        return made(z -> {
            for (; ; ) {
                z.put(c);
            }
        });
    }

    PowerSeries plus(PowerSeries v) {
        PowerSeries u = this;
        return made(z -> {
            for (; ; ) {
                z.request.recv();
                Rat[] uv = next(u, v);
                if (uv[0].isEnd() && uv[1].isEnd()) {
                    z.coefficients.send(Rat.END);
                } else if (uv[0].isEnd()) {
                    z.coefficients.send(uv[1]);
                    v.copyTo(z);
                } else if (uv[1].isEnd()) {
                    z.coefficients.send(uv[0]);
                    u.copyTo(z);
                } else {
                    z.coefficients.send(uv[0].plus(uv[1]));
                }
            }
        });
    }

    PowerSeries times(Rat c) {
        return made(z -> {
            for (; ; ) {
                z.request.recv();
                Rat u = get();
                if (u.isEnd()) {
                    break;
                }
                z.coefficients.send(c.times(u));
            }
            z.coefficients.send(Rat.END);
        });
    }

    PowerSeries minus(PowerSeries v) {
        return plus(v.times(Rat.ONE.negated()));
    }

    /// UV = u*v + x*(u*VV + v*UU) + x*x*UU*VV
    PowerSeries times(PowerSeries v) {
        return made(z -> {
            z.request.recv();
            Rat[] uv = next(this, v);
            if (uv[0].isEnd() || uv[1].isEnd()) {
                z.coefficients.send(Rat.END);
                return;
            }
            z.coefficients.send(uv[0].times(uv[1]));
            PowerSeries[] uu = split();
            PowerSeries[] vv = v.split();
            PowerSeries w = vv[0].times(uv[0]).plus(uu[0].times(uv[1]));
            z.request.recv();
            z.coefficients.send(w.get());
            w.plus(uu[1].times(vv[1])).copyTo(z);
        });
    }

    PowerSeries derivative() {
        return made(z -> {
            z.request.recv();
            Rat u = get();
            for (int i = 1; !u.isEnd(); i++) {
                u = get();
                if (!u.isEnd()) {
                    z.coefficients.send(Rat.of(i).times(u));
                    z.request.recv();
                }
            }
            z.coefficients.send(Rat.END);
        });
    }

    /// With a constant of integration.
    PowerSeries integral(Rat c) {
        return made(z -> {
            z.put(c);
            boolean done = false;
            for (int i = 1; !done; i++) {
                z.request.recv();
                Rat u = get();
                done = u.isEnd();
                z.coefficients.send(Rat.of(1, i).times(u));
            }
            z.coefficients.send(Rat.END);
        });
    }

    /// Z = exp(U): the integral of Z*DU. It is fed by itself.
    PowerSeries exp() {
        PowerSeries[] z = pair();
        PowerSeries fed = z[0];
        PowerSeries result = z[1];
        fed.times(derivative()).integral(Rat.ONE).splitInto(z);
        return result;
    }

    /// U(c x^n)
    PowerSeries substitute(Rat c, int n) {
        return made(z -> {
            Rat power = Rat.ONE;
            for (; ; ) {
                z.request.recv();
                Rat u = get();
                z.coefficients.send(u.times(power));
                power = power.times(c);
                if (u.isEnd()) {
                    z.coefficients.send(Rat.END);
                    return;
                }
                for (int i = 1; i < n; i++) {
                    z.put(Rat.ZERO);
                }
            }
        });
    }
}
