package goloom.timeline;

import goloom.trace.Analysis;
import goloom.trace.Ending;
import goloom.trace.Site;
import goloom.trace.Trace;
import goloom.trace.WaitFor;
import goloom.trace.WaitReason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Who waits for whom when nothing goes on, as numbers: goroutines at the left, what they wait for
/// at the right. No pills: there is nothing to show.
public record WaitForScene(List<Pill> pills, List<Link> links, int height) {
    private static final int ROW = 44;
    private static final int TOP = 26;
    private static final int MOST = 16;
    private static final double LEFT = 0.13;
    private static final double RIGHT = 0.67;
    private static final double WIDTH = 0.24;

    public WaitForScene {
        pills = List.copyOf(pills);
        links = List.copyOf(links);
    }

    /// A goroutine or a resource; `x` and `y` are its middle. `below` is what there is to say.
    public record Pill(
            String label,
            String below,
            int hue,
            boolean resource,
            boolean circle,
            double x,
            int y,
            double width) {}

    /// A goroutine waits for a resource, or (`held`) a resource is held by a goroutine.
    public record Link(
            double x0, int y0, double x1, int y1, String text, boolean held, boolean circle) {}

    static WaitForScene of(Analysis a, Rows rows) {
        WaitFor w = a.waitFor();
        boolean show = a.trace().ending().kind() == Ending.Kind.DEADLOCK && !rows.isGrouped();
        if (!show || w.waits().isEmpty() || w.waits().size() > MOST) {
            return new WaitForScene(List.of(), List.of(), 0);
        }
        return new Layout(a, rows, w).build();
    }

    /// Places goroutines and resources in two columns, in the order in which they are met.
    private static final class Layout {
        private final Trace t;
        private final Rows rows;
        private final WaitFor w;
        private final Map<Integer, Pill> goroutines = new LinkedHashMap<>();
        private final Map<Integer, Pill> resources = new HashMap<>();
        private final List<Pill> boxes = new ArrayList<>();

        Layout(Analysis a, Rows rows, WaitFor w) {
            this.t = a.trace();
            this.rows = rows;
            this.w = w;
        }

        WaitForScene build() {
            List<Link> links = new ArrayList<>();
            for (WaitFor.Wait x : w.waits()) {
                Pill g = goroutine(x.goroutine());
                Pill r = resource(x);
                boolean circle = isCircle(x.goroutine()) && isHeldInCircle(x.resource());
                links.add(link(g, r, words(x), false, circle));
            }
            for (WaitFor.Held h : w.held()) {
                Pill r = resources.get(h.resource());
                if (r != null) {
                    boolean circle = isCircle(h.goroutine()) && isWaitedInCircle(h.resource());
                    links.add(link(r, goroutine(h.goroutine()), "", true, circle));
                }
            }
            List<Pill> all = new ArrayList<>(goroutines.values());
            all.addAll(boxes);
            int rowsUsed = Math.max(goroutines.size(), boxes.size());
            return new WaitForScene(all, links, TOP + rowsUsed * ROW);
        }

        private static Link link(Pill from, Pill to, String text, boolean held, boolean circle) {
            double side = from.resource() ? -1 : 1;
            double x0 = from.x() + side * from.width() / 2;
            double x1 = to.x() - side * to.width() / 2;
            return new Link(x0, from.y(), x1, to.y(), text, held, circle);
        }

        private String words(WaitFor.Wait x) {
            int line = Site.of(x.site()).line();
            return x.reason().header() + (line == 0 ? "" : ", line " + line);
        }

        private Pill goroutine(int g) {
            return goroutines.computeIfAbsent(
                    g,
                    _ ->
                            new Pill(
                                    t.goroutines().get(g).label(),
                                    "",
                                    rows.hue(g),
                                    false,
                                    isCircle(g),
                                    LEFT,
                                    TOP + goroutines.size() * ROW,
                                    WIDTH));
        }

        private Pill resource(WaitFor.Wait x) {
            Pill known = x.resource() < 0 ? null : resources.get(x.resource());
            if (known != null) {
                return known;
            }
            Pill p =
                    new Pill(
                            x.resource() < 0 ? "nothing" : label(x.resource()),
                            below(x),
                            -1,
                            true,
                            isHeldInCircle(x.resource()),
                            RIGHT,
                            TOP + boxes.size() * ROW,
                            WIDTH);
            boxes.add(p);
            resources.put(x.resource(), p);
            return p;
        }

        private String label(int r) {
            Trace.Resource x = t.resources().get(r);
            return x.name() == null ? x.label() : x.kind().word() + " " + x.name();
        }

        /// Why nobody ends this wait.
        private String below(WaitFor.Wait x) {
            Integer counter = w.counters().get(x.resource());
            if (counter != null) {
                return "its counter is " + counter;
            }
            for (WaitFor.Held h : w.held()) {
                if (h.resource() == x.resource()) {
                    int line = Site.of(h.site()).line();
                    return "held since " + (line == 0 ? "before" : "line " + line);
                }
            }
            WaitReason why = x.reason();
            return why.isForever()
                    ? "no operation on nil ends"
                    : why == WaitReason.CHAN_RECEIVE
                            ? "nobody is left to send"
                            : why == WaitReason.CHAN_SEND ? "nobody is left to receive" : "";
        }

        private boolean isCircle(int g) {
            return w.cycle().contains(g);
        }

        private boolean isHeldInCircle(int r) {
            return w.held().stream().anyMatch(h -> h.resource() == r && isCircle(h.goroutine()));
        }

        private boolean isWaitedInCircle(int r) {
            return w.waits().stream().anyMatch(x -> x.resource() == r && isCircle(x.goroutine()));
        }
    }
}
