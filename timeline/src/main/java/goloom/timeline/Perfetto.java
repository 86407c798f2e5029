package goloom.timeline;

import goloom.trace.Analysis;
import goloom.trace.Arrows;
import goloom.trace.GoState;
import goloom.trace.Spans;
import goloom.trace.Threads;
import goloom.trace.Trace;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/*
 * A trace in the format of the Perfetto viewer: track events in protocol buffers. One track for each goroutine,
 * with a slice for each state, and one for each thread, with a slice for each run; an instant and a flow for
 * each `go` and each wake-up, from the one that did it to the slice in which the other is runnable.
 *
 * The numbers of fields are those of Perfetto's trace_packet, track_descriptor, track_event and
 * debug_annotation.
 */
final class Perfetto {
    private static final int SEQUENCE = 1;
    private static final int STATE_CLEARED = 1;
    private static final int BEGIN = 1;
    private static final int END = 2;
    private static final int INSTANT = 3;
    private static final int EXPLICIT = 3; // children are in the order of their rank

    // uuids of tracks: those of goroutine and thread n are n above these
    private static final long GOROUTINES = 1L << 32;
    private static final long THREADS = 2L << 32;

    private final Trace t;
    private final Analysis a;
    private final Words words;
    private final Proto out = new Proto();

    private Perfetto(Analysis a) {
        this.a = a;
        this.t = a.trace();
        this.words = new Words(t);
    }

    static byte[] of(Analysis a) {
        Perfetto p = new Perfetto(a);
        p.tracks();
        p.goroutines();
        p.threads();
        return p.out.toBytes();
    }

    // ---- tracks

    private void tracks() {
        group(GOROUTINES, "Goroutines", 0);
        List<Trace.Goroutine> all = t.goroutines();
        for (int i = 0; i < all.size(); i++) {
            track(GOROUTINES + all.get(i).id(), all.get(i).label(), GOROUTINES, i);
        }
        group(THREADS, "OS threads", 1);
        int rank = 0;
        for (Threads.Lane l : a.threads().lanes()) {
            track(THREADS + 1 + l.thread(), "M" + l.thread(), THREADS, rank++);
        }
    }

    private void group(long uuid, String name, int rank) {
        Proto d = new Proto().number(1, uuid).text(2, name).number(11, EXPLICIT);
        packet(0, 60, d.number(12, rank));
    }

    private void track(long uuid, String name, long parent, int rank) {
        Proto d = new Proto().number(1, uuid).text(2, name).number(5, parent);
        packet(0, 60, d.number(12, rank));
    }

    private void packet(long time, int field, Proto content) {
        Proto p = new Proto().number(8, time).number(10, SEQUENCE);
        if (field == 60) {
            p.number(13, STATE_CLEARED);
        }
        out.message(1, p.message(field, content));
    }

    // ---- events

    private static Proto event(int type, long track) {
        return new Proto().number(9, type).number(11, track);
    }

    private static Proto note(String name, String value) {
        return new Proto().text(10, name).text(6, value);
    }

    private void goroutines() {
        Arrows arrows = a.arrows();
        Set<Integer> flows = new HashSet<>(); // events that make a goroutine runnable
        for (int i = 0; i < arrows.size(); i++) {
            flows.add(arrows.event(i));
        }
        Spans s = a.spans();
        for (int g = 0; g < s.goroutines(); g++) {
            long track = GOROUTINES + t.goroutines().get(g).id();
            for (int i = s.from(g); i < s.to(g); i++) {
                Proto begin = event(BEGIN, track).text(23, name(i));
                String line = t.line(s.site(i));
                if (!line.isEmpty()) {
                    begin.message(4, note("line", line));
                }
                if (s.thread(i) >= 0) {
                    begin.message(4, note("thread", "M" + s.thread(i)));
                }
                if (flows.contains(s.event(i))) {
                    begin.fixed64(48, s.event(i) + 1L);
                }
                packet(s.start(i), 11, begin);
                packet(s.end(i), 11, event(END, track));
            }
        }
        for (Arrows.Arrow x : arrows.all()) {
            Proto e = event(INSTANT, GOROUTINES + x.from());
            String name = (x.go() ? "go G" : "wakes G") + x.to();
            packet(x.time(), 11, e.text(23, name).fixed64(47, x.event() + 1L));
        }
    }

    private String name(int span) {
        Spans s = a.spans();
        return s.state(span) == GoState.WAITING
                ? words.waiting(s.reason(span), s.resource(span))
                : s.state(span).word();
    }

    private void threads() {
        Spans s = a.spans();
        for (Threads.Lane l : a.threads().lanes()) {
            long track = THREADS + 1 + l.thread();
            for (int k = 0; k < l.size(); k++) {
                int i = l.span(k);
                Proto begin = event(BEGIN, track).text(23, words.goroutine(s.goroutine(i)));
                if (s.proc(i) >= 0) {
                    begin.message(4, note("P", "P" + s.proc(i)));
                }
                packet(s.start(i), 11, begin);
                packet(s.end(i), 11, event(END, track));
            }
        }
    }
}
