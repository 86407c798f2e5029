package goloom.timeline;

import goloom.timeline.Told.Row;
import goloom.trace.Analysis;
import goloom.trace.EventKind;
import goloom.trace.Site;
import goloom.trace.Spans;
import goloom.trace.Threads;
import goloom.trace.Trace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/*
 * The data of the living picture: what happened, in the fewest bytes, and where the lanes are.
 *
 * Every number is an index into a table, or small. Times are differences, in units of q nanoseconds. Up to
 * EXACT events they are all there, exactly; up to COARSE to 100 ns; of more, only the first and the last KEPT,
 * and the states in between are told once, where the last ones begin; viewer/data.mjs
 * reads it back.
 */
final class Pack {
    static final int EXACT = 20_000;
    static final int COARSE = 60_000;
    static final int KEPT = 10_000;

    private final Analysis a;
    private final Trace t;
    private final Spans spans;
    private final Scene scene;
    private final Rows rows;
    private final Table<Integer> sites = new Table<>();
    private final Table<Integer> resources = new Table<>();
    private final Table<Integer> values = new Table<>();
    private final Table<String> names = new Table<>();
    private List<Row> events = List.of();

    /// Numbers things in the order in which they are met.
    private static final class Table<T> {
        final Map<T, Integer> index = new LinkedHashMap<>();

        int of(T x) {
            return index.computeIfAbsent(x, _ -> index.size());
        }
    }

    Pack(Analysis a, Scene scene) {
        this.a = a;
        this.t = a.trace();
        this.spans = a.spans();
        this.scene = scene;
        this.rows = Rows.of(a);
    }

    /// The data as JSON.
    ///
    /// @param kept how many events of the beginning and of the end, if not all
    String json(Map<Integer, String> source, int kept) {
        Told told = new Told(spans, kept);
        events = told.rows();
        a.buffers().channels().forEach(resources::of);
        int q = events.size() > EXACT ? 100 : 1;
        Columns c = new Columns();
        long[] before = {spans.begin() / q};
        column(
                c,
                e -> {
                    long at = events.get(e).time() / q;
                    long d = at - before[0];
                    before[0] = at;
                    return d;
                });
        column(c, e -> events.get(e).kind().ordinal());
        column(c, e -> events.get(e).thread());
        column(c, e -> events.get(e).proc());
        column(c, e -> events.get(e).goroutine());
        column(c, e -> events.get(e).target());
        column(c, e -> events.get(e).resource() < 0 ? -1 : resources.of(events.get(e).resource()));
        column(c, e -> events.get(e).reason().ordinal());
        column(c, e -> events.get(e).site() == 0 ? -1 : sites.of(events.get(e).site()));
        column(c, e -> events.get(e).arg());
        column(c, e -> value(events.get(e)));
        goroutines(c);
        resources(c);
        Json j = new Json().begin('{');
        j.name("v").value(1).name("unit").value("ns").name("q").value(q);
        j.name("begin").value(spans.begin()).name("end").value(spans.end());
        j.name("procs").value(t.procs()).name("gap").value(told.gap());
        j.name("left").value(left(told));
        j.name("axis").value(scene.axis().isByEvent() ? "event" : "time");
        j.name("kinds").value(kinds()).name("says").value(Phrases.phrases());
        j.name("words").value(new TreeMap<>(Phrases.WORDS));
        j.name("who")
                .value(Phrases.WHO)
                .name("closed")
                .value(Phrases.CLOSED)
                .name("states")
                .value(Phrases.states());
        j.name("reasons").value(Phrases.reasons()).name("short").value(Phrases.verbs());
        j.name("keys").value(Phrases.KEYS).name("css").value(Phrases.CSS);
        j.name("help").value(scene.summary().sentence() + Phrases.HELP);
        j.name("hues").value(Palette.HUES).name("light").value(Palette.dark());
        j.name("signs").value(signs()).name("red").value(Palette.RED);
        j.name("names").value(List.copyOf(names.index.keySet()));
        j.name("sites").value(sites.index.keySet().stream().map(this::site).toList());
        j.name("values").value(values.index.keySet().stream().map(t::value).toList());
        j.name("source").value(shown(source));
        lanes(j);
        j.name("n").value(events.size()).name("gn").value(t.goroutines().size());
        j.name("rn").value(resources.index.size());
        j.name("lens").value(c.lengths()).name("z").value(c.deflated());
        return j.end('}').toString();
    }

    private static String left(Told told) {
        return told.gap() < 0
                ? ""
                : "Zoom into the first and the last events; "
                        + Units.grouped(told.left())
                        + " in between are left out. %trace save writes all.";
    }

    private int value(Row e) {
        return e.source() < 0 || t.value(e.source()) == null ? -1 : values.of(e.source());
    }

    private void column(Columns c, IntToLongFunction value) {
        for (int e = 0; e < events.size(); e++) {
            c.add(value.applyAsLong(e));
        }
        c.end();
    }

    /// The text of the units that have a site here.
    private Map<Integer, String> shown(Map<Integer, String> source) {
        Map<Integer, String> shown = new TreeMap<>();
        for (int s : sites.index.keySet()) {
            String text = source.get(Site.of(s).unit());
            if (text != null) {
                shown.put(Site.of(s).unit(), text);
            }
        }
        return shown;
    }

    private List<?> site(int packed) {
        return List.of(Site.of(packed).unit(), Site.of(packed).line(), t.line(packed));
    }

    private static List<String> kinds() {
        List<String> list = new ArrayList<>();
        for (EventKind k : EventKind.values()) {
            list.add(k.name());
        }
        return list;
    }

    private int name(@Nullable String s) {
        return s == null ? -1 : names.of(s);
    }

    /// id (differences), name, parent, site of its go, row.
    private void goroutines(Columns c) {
        List<Trace.Goroutine> all = t.goroutines();
        int before = 0;
        for (Trace.Goroutine g : all) {
            c.add(g.id() - before);
            before = g.id();
        }
        c.end();
        all.forEach(g -> c.add(name(g.name())));
        c.end();
        all.forEach(g -> c.add(g.parent()));
        c.end();
        all.forEach(g -> c.add(g.site() == 0 ? -1 : sites.of(g.site())));
        c.end();
        for (int g = 0; g < all.size(); g++) {
            c.add(rows.rowOf(g));
        }
        c.end();
    }

    /// kind (a name), id, name, capacity.
    private void resources(Columns c) {
        List<Trace.Resource> used =
                resources.index.keySet().stream().map(r -> t.resources().get(r)).toList();
        used.forEach(r -> c.add(names.of(r.kind().word())));
        c.end();
        used.forEach(r -> c.add(r.id()));
        c.end();
        used.forEach(r -> c.add(name(r.name())));
        c.end();
        used.forEach(r -> c.add(r.capacity()));
        c.end();
    }

    /// Where things are: rows and outside [label, hue, y, height]; titles [text, y]; threads
    /// [label, y], and the lane of each M; buffers [resource, label, y, height, slots, waiting];
    /// marks [sign, time, y, texts]; flags [time, top, bottom, text, wrong]; spins, three numbers
    /// each: lane, time, length.
    private void lanes(Json j) {
        j.name("height").value(scene.height());
        array(j, "rows", Scene.Kind.GOROUTINES, (_, l) -> place(l, l.hue(), l.y(), l.height()));
        array(j, "outside", Scene.Kind.OUTSIDE, (_, l) -> place(l, -1, l.y(), l.height()));
        array(j, "threads", Scene.Kind.THREADS, (_, l) -> place(l, l.y()));
        List<Integer> channels = new BufferLanes(a, scene.axis(), rows).channels();
        array(
                j,
                "buffers",
                Scene.Kind.BUFFERS,
                (i, l) -> {
                    int r = resources.of(channels.get(i));
                    boolean buffered = t.resources().get(channels.get(i)).capacity() > 0;
                    List<List<?>> waiting = buffered ? List.of() : waiting(l);
                    return List.of(r, l.label(), l.y(), l.height(), l.slots(), waiting);
                });
        j.name("titles").begin('[');
        for (Scene.Section s : scene.sections()) {
            if (!s.title().isEmpty()) {
                j.value(List.of(s.title(), s.lanes().getFirst().y() - 6));
            }
        }
        j.end(']').name("laneOf").begin('{');
        ThreadLanes threads = new ThreadLanes(a, scene.axis(), rows);
        for (Threads.Lane l : a.threads().lanes()) {
            j.name(String.valueOf(l.thread())).value(threads.laneOf(l.thread()));
        }
        j.end('}').name("marks").begin('[');
        for (Scene.Mark m : scene.marks()) {
            j.value(List.of(m.sign().name(), time(m.at()), m.y(), m.texts()));
        }
        j.end(']').name("flags").begin('[');
        for (Scene.Flag f : scene.flags()) {
            j.value(List.of(time(f.at()), f.top(), f.bottom(), f.text(), f.wrong()));
        }
        j.end(']').name("spins").begin('[');
        spins(j);
        j.end(']');
    }

    private void spins(Json j) {
        for (Scene.Section s : scene.sections()) {
            for (int i = 0; i < s.lanes().size() && s.kind() == Scene.Kind.THREADS; i++) {
                for (Scene.Bar b : s.lanes().get(i).bars()) {
                    if (b.shape() == Scene.Shape.SPIN) {
                        j.number(i).number(time(b.from())).number(time(b.to()) - time(b.from()));
                    }
                }
            }
        }
    }

    private void array(
            Json j, String name, Scene.Kind kind, BiFunction<Integer, Scene.Lane, List<?>> entry) {
        j.name(name).begin('[');
        for (Scene.Section s : scene.sections()) {
            for (int i = 0; i < s.lanes().size() && s.kind() == kind; i++) {
                j.value(entry.apply(i, s.lanes().get(i)));
            }
        }
        j.end(']');
    }

    /// Of the lane of an unbuffered channel: [place, hue, from, to, texts, receives].
    private List<List<?>> waiting(Scene.Lane l) {
        List<List<?>> list = new ArrayList<>();
        for (Scene.Bar b : l.bars()) {
            long place = Math.round((1 - b.high()) * l.slots());
            int receives = b.shape() == Scene.Shape.ASKED ? 1 : 0;
            list.add(List.of(place, b.hue(), time(b.from()), time(b.to()), b.texts(), receives));
        }
        return list;
    }

    private static List<?> place(Scene.Lane lane, Integer... where) {
        List<Object> list = new ArrayList<>(List.of(lane.label()));
        list.addAll(List.of(where));
        return list;
    }

    private long time(double place) {
        return scene.axis().time(place) - spans.begin();
    }

    private static Map<String, List<?>> signs() {
        Map<String, List<?>> map = new LinkedHashMap<>();
        for (Scene.Sign sign : Scene.Sign.values()) {
            Signs s = Signs.of(sign);
            map.put(sign.name(), List.of(s.path(), s.color(), s.stroke(), s.down()));
        }
        return map;
    }
}
