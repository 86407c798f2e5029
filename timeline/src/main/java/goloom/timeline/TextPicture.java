package goloom.timeline;

import goloom.trace.Analysis;
import goloom.trace.GoState;
import goloom.trace.Remaining;
import goloom.trace.Spans;
import goloom.trace.Threads;
import java.util.Arrays;
import java.util.List;

/// The picture in letters: for consoles, for screen readers, for PDF, for comparing two runs. ASCII
/// in the lanes, because not every font has more; lanes of 78 letters, because paper has no room
/// for more.
final class TextPicture {
    private static final int COLUMNS = 60;
    private static final int LABEL = 16;
    private static final int MOST_REMAINING = 20;

    private final Analysis a;
    private final Scene scene;
    private final Spans spans;
    private final Rows rows;
    private final Words words;
    private final List<Integer> outside; // events of threads that are no goroutines
    private final StringBuilder out = new StringBuilder();

    private TextPicture(Analysis a, Scene scene) {
        this.a = a;
        this.scene = scene;
        this.spans = a.spans();
        this.rows = Rows.of(a);
        this.words = new Words(a.trace());
        this.outside = new OutsideLane(spans, scene.axis()).events();
    }

    static String of(Analysis a, Scene scene) {
        return new TextPicture(a, scene).draw();
    }

    private String draw() {
        line(scene.summary().sentence());
        if (!scene.summary().trouble().isEmpty()) {
            line("!! " + scene.summary().trouble());
        }
        scene.summary().notes().forEach(this::line);
        line("");
        ruler();
        goroutines();
        outside();
        threads();
        line("");
        line("# runs  o could run, waits for a P  - waits  S in a blocking call");
        line("M lanes are OS threads, with the number of the goroutine (a is 10, b is 11)");
        if (!outside.isEmpty()) {
            line("+ a thread outside Go does something");
        }
        remaining();
        return out.toString();
    }

    private void line(String s) {
        out.append(s).append('\n');
    }

    private void ruler() {
        char[] marks = " ".repeat(COLUMNS + 1).toCharArray();
        int free = 0;
        for (Axis.Tick t : scene.axis().ticks(6)) {
            int at = (int) (t.at() * (COLUMNS - 1));
            String label = t.label().replace('µ', 'u');
            if (at >= free && at + label.length() <= marks.length) {
                label.getChars(0, label.length(), marks, at);
                free = at + label.length() + 2;
            }
        }
        String head = scene.axis().isByEvent() ? "by event" : "time";
        line(pad(head) + " " + new String(marks).stripTrailing());
    }

    private static String pad(String label) {
        String s = label.length() > LABEL ? label.substring(0, LABEL - 1) + "~" : label;
        return s + " ".repeat(LABEL - s.length());
    }

    private void goroutines() {
        for (Rows.Row row : rows.rows()) {
            Cells cells = new Cells();
            for (int g : row.members()) {
                for (int i = spans.from(g); i < spans.to(g); i++) {
                    cells.put(letter(spans.state(i)), spans.start(i), spans.end(i));
                }
            }
            line(pad(row.label()) + "|" + cells.text() + "|");
        }
    }

    private void outside() {
        if (!outside.isEmpty()) {
            Cells cells = new Cells();
            for (int i : outside) {
                cells.put('+', a.trace().time(i), a.trace().time(i));
            }
            line(pad(OutsideLane.LABEL) + "|" + cells.text() + "|");
        }
    }

    private void threads() {
        for (Threads.Lane t :
                a.threads().lanes().subList(0, Math.min(24, a.threads().lanes().size()))) {
            Cells cells = new Cells();
            for (int k = 0; k < t.size(); k++) {
                int i = t.span(k);
                int id = a.trace().goroutines().get(spans.goroutine(i)).id();
                char c = Character.forDigit(id % 36, 36);
                cells.put(
                        spans.state(i) == GoState.SYSCALL ? 'S' : c, spans.start(i), spans.end(i));
            }
            line(pad("M" + t.thread()) + "|" + cells.text() + "|");
        }
    }

    private static char letter(GoState s) {
        return switch (s) {
            case RUNNING -> '#';
            case RUNNABLE -> 'o';
            case WAITING -> '-'; // not '.': LaTeX makes one letter of three
            case SYSCALL -> 'S';
            case NOT_EXIST -> ' ';
        };
    }

    private void remaining() {
        List<Remaining> list = a.remaining();
        if (!list.isEmpty()) {
            line("");
            line("still there:");
        }
        for (Remaining r : list.subList(0, Math.min(MOST_REMAINING, list.size()))) {
            String what =
                    spans.state(r.span()) == GoState.WAITING
                            ? words.waitingInFull(spans, r.span())
                            : spans.state(r.span()).word();
            String end = r.leaked() && !a.trace().program() ? " (leaked)" : "";
            line("  " + words.goroutine(r.goroutine()) + ": " + what + end);
        }
        if (list.size() > MOST_REMAINING) {
            line("  " + Units.grouped(list.size() - MOST_REMAINING) + " more");
        }
    }

    /// A lane of letters. What takes most of a column is its letter, but a run is never lost.
    private final class Cells {
        private final char[] letters = new char[COLUMNS];
        private final double[] share = new double[COLUMNS];

        Cells() {
            Arrays.fill(letters, ' ');
        }

        void put(char c, long start, long end) {
            double from = scene.axis().at(start) * COLUMNS;
            double to = scene.axis().at(end) * COLUMNS;
            boolean runs = c != 'o' && c != '-';
            for (int x = (int) from; x < Math.min(COLUMNS, Math.max(to, from + 1e-9)); x++) {
                double part = Math.min(to, x + 1) - Math.max(from, x) + (runs ? 1 : 0);
                if (part > share[x]) {
                    share[x] = part;
                    letters[x] = c;
                }
            }
        }

        String text() {
            return new String(letters);
        }
    }
}
