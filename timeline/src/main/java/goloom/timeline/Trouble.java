package goloom.timeline;

import goloom.trace.Analysis;
import goloom.trace.Ending;
import goloom.trace.GoState;
import goloom.trace.Remaining;
import goloom.trace.Spans;
import goloom.trace.Trace;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Says what went wrong, and who is still there at the end.
final class Trouble {
    private static final int MOST_NAMED = 4;

    private final Analysis a;
    private final Trace t;
    private final Spans spans;
    private final Words words;
    private final int panic; // the event; -1: there is none

    Trouble(Analysis a) {
        this.a = a;
        this.t = a.trace();
        this.spans = a.spans();
        this.words = new Words(t);
        this.panic = t.panic();
    }

    /// One sentence; "" if nothing went wrong.
    String sentence() {
        Ending e = t.ending();
        return switch (e.kind()) {
            case PANIC -> e.text() + panicPlace();
            case DEADLOCK -> e.text() + " " + named(a.remaining(), true);
            case FATAL -> e.text() + whereMainIs();
            case RETURNED -> t.program() ? cutOff() : afterTheCell();
            case INTERRUPTED -> "interrupted" + stillThere();
            case EXIT, RUNNING -> "";
        };
    }

    /// What is worth knowing, and no mistake.
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        Ending e = t.ending();
        if (e.kind() == Ending.Kind.EXIT) {
            notes.add(e.text() + stillThere() + ".");
        }
        int panicked = panic < 0 ? 0 : t.goroutine(panic);
        List<Remaining> alive =
                a.remaining().stream()
                        .filter(r -> !r.leaked())
                        .filter(r -> t.goroutines().get(r.goroutine()).id() != panicked)
                        .toList();
        if (e.kind() == Ending.Kind.RETURNED && !t.program() && !alive.isEmpty()) {
            notes.add(goOn(alive));
        }
        if (t.dropped() > 0) {
            String more = Units.count(t.dropped(), "event");
            notes.add(
                    e.kind() == Ending.Kind.RUNNING
                            ? more + " more: they are drawn when it has ended."
                            : more + " came after the buffers were full and are missing.");
        }
        return notes;
    }

    private String panicPlace() {
        if (panic < 0) {
            return "";
        }
        String line = t.line(t.site(panic));
        return " in " + label(t.goroutine(panic)) + (line.isEmpty() ? "" : ", " + line);
    }

    /// Main returned, and what it had started went on: into a panic, or into a wait for ever.
    private String afterTheCell() {
        return panic < 0 ? neverGoOn() : Objects.toString(t.value(panic), "panic") + panicPlace();
    }

    private String label(int id) {
        return t.goroutines().stream()
                .filter(g -> g.id() == id)
                .map(Trace.Goroutine::label)
                .findFirst()
                .orElse("G" + id);
    }

    private String whereMainIs() {
        return a.remaining().isEmpty() ? "" : stillThere();
    }

    private String stillThere() {
        int n = a.remaining().size();
        return n == 0 ? "" : " while " + Units.count(n, "goroutine") + are(n) + " still there";
    }

    private static String are(int n) {
        return n == 1 ? " was" : " were";
    }

    /// Main returned, and the program ended with it.
    private String cutOff() {
        Map<GoState, List<Remaining>> by = new EnumMap<>(GoState.class);
        for (Remaining r : a.remaining()) {
            by.computeIfAbsent(spans.state(r.span()), _ -> new ArrayList<>()).add(r);
        }
        List<String> parts = new ArrayList<>();
        by.forEach((state, list) -> {
            String what =
                    switch (state) {
                        case RUNNABLE -> " still runnable";
                        case RUNNING -> " still running";
                        case SYSCALL -> " still in a call";
                        case WAITING -> " blocked";
                        case NOT_EXIST -> "";
                    };
            parts.add(
                    (parts.isEmpty() ? Units.count(list.size(), "goroutine") : list.size() + "")
                            + are(list.size())
                            + what
                            + " ("
                            + named(list, state == GoState.WAITING)
                            + ")");
        });
        return parts.isEmpty() ? "" : "main returned while " + String.join(", ", parts);
    }

    /// In a cell that lives on: who waits for what can never come.
    private String neverGoOn() {
        List<Remaining> list = a.remaining().stream().filter(Remaining::leaked).toList();
        int n = list.size();
        return n == 0
                ? ""
                : Units.count(n, "goroutine")
                        + (n == 1 ? " is" : " are")
                        + " leaked, nobody can ever wake "
                        + (n == 1 ? "it: " : "them: ")
                        + named(list, true);
    }

    private String goOn(List<Remaining> list) {
        int n = list.size();
        return Units.count(n, "goroutine")
                + (n == 1 ? " goes on: " : " go on: ")
                + named(list, true)
                + ".";
    }

    /// `G3 worker waits (chan receive on jobs, cell [3], line 4), G4 runs`.
    private String named(List<Remaining> list, boolean withReasons) {
        List<String> names = new ArrayList<>();
        for (Remaining r : list.subList(0, Math.min(MOST_NAMED, list.size()))) {
            names.add(words.goroutine(r.goroutine()) + (withReasons ? state(r) : ""));
        }
        int more = list.size() - names.size();
        if (more > 0) {
            names.add(Units.grouped(more) + " more");
        }
        return String.join(", ", names);
    }

    private String state(Remaining r) {
        return switch (spans.state(r.span())) {
            case WAITING -> " waits (" + words.waitingInFull(spans, r.span()) + ")";
            case RUNNING -> " runs";
            case RUNNABLE -> " is runnable";
            case SYSCALL -> " is in a call";
            case NOT_EXIST -> "";
        };
    }
}
