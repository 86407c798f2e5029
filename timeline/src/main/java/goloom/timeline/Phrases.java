package goloom.timeline;

import goloom.trace.EventKind;
import goloom.trace.GoState;
import goloom.trace.WaitReason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The words of the living picture. In phrases `{g}` is the goroutine, `{t}` the one it is done to,
/// `{r}` the channel or lock, `{v}` a value, `{a}` the argument, `{w}` why it waits, `{m}` its
/// thread, `{p}` its P, `{q}` another P, `{s}` a state.
final class Phrases {
    /// Keys, with the words on their buttons.
    static final List<List<String>> KEYS =
            List.of(
                    List.of("w", "zoom in"),
                    List.of("s", "zoom out"),
                    List.of("a", "◂ pan"),
                    List.of("d", "pan ▸"),
                    List.of("0", "fit"),
                    List.of("o", "by time"),
                    List.of("Enter", "who woke it?"));

    static final String HELP =
            " Keys: w and s zoom, a and d pan, 0 fits, o changes the axis, arrows go from slice to"
                    + " slice, Enter goes to the goroutine that woke this one, slash searches, comma"
                    + " and dot step through the events, Escape leaves.";

    /// Who did it, if no goroutine did.
    static final List<String> WHO = List.of("a timer", "a thread outside Go", "the network");

    /// Labels, and answers.
    static final Map<String, String> WORDS =
            Map.of(
                    "step", "Step through the events",
                    "back", "previous event",
                    "next", "next event",
                    "search", "search (/)",
                    "nobody", "No goroutine woke it.",
                    "nothing", "Nothing found.");

    static final String CLOSED = "{g} receives the zero value from {r}: it is closed";

    private Phrases() {}

    static String of(EventKind k) {
        return switch (k) {
            case GO_STATUS -> "{g} is {s} already";
            case GO_CREATE -> "{g} starts {t}";
            case GO_START -> "{g} runs on {m}, {p}";
            case GO_BLOCK -> "{g} waits: {w} {r}";
            case GO_UNBLOCK -> "{g} wakes {t}";
            case GO_STOP -> "{g} is runnable again: {w}";
            case GO_END -> "{g} ends";
            case SYSCALL_BEGIN -> "{g} begins a blocking call";
            case SYSCALL_END -> "{g} is back from its call";
            case PROC_HANDOFF -> "{q} is handed off, because {m} blocks";
            case STEAL -> "{m} steals {a} from {q}";
            case CHAN_SEND -> "{g} sends {v} on {r}";
            case CHAN_RECV -> "{g} receives {v} from {r}";
            case CHAN_CLOSE -> "{g} closes {r}";
            case LOCK -> "{g} locks {r}";
            case UNLOCK -> "{g} unlocks {r}";
            case WAITGROUP -> "{g} sets the counter of {r} to {a}";
            case WAITGROUP_WAITED -> "{g} has waited for {r}";
            case LOCK_THREAD -> "{g} locks itself to {m}";
            case UNLOCK_THREAD -> "{g} is no longer locked to {m}";
            case PANIC -> "{g}: {v}";
            case PROC_START,
                    PROC_STOP,
                    SPIN_BEGIN,
                    SPIN_END,
                    THREAD_START,
                    THREAD_PARK,
                    THREAD_UNPARK,
                    THREAD_CPU,
                    GOMAXPROCS,
                    PREEMPT_REQUEST,
                    SELECT_CASE ->
                    "";
        };
    }

    /// By kind of event.
    static Map<String, String> phrases() {
        Map<String, String> map = new LinkedHashMap<>();
        for (EventKind k : EventKind.values()) {
            if (!of(k).isEmpty()) {
                map.put(k.name(), of(k));
            }
        }
        return map;
    }

    static List<String> states() {
        List<String> list = new ArrayList<>();
        for (GoState s : GoState.values()) {
            list.add(s == GoState.SYSCALL ? "in a blocking call" : s.word());
        }
        return list;
    }

    static List<String> reasons() {
        List<String> list = new ArrayList<>();
        for (WaitReason r : WaitReason.values()) {
            list.add(r.header());
        }
        return list;
    }

    /// Short words for the lanes, by reason, where they differ from it.
    static Map<String, String> verbs() {
        Map<String, String> map = new LinkedHashMap<>();
        for (WaitReason r : WaitReason.values()) {
            if (!Words.verb(r).equals(r.header())) {
                map.put(r.header(), Words.verb(r));
            }
        }
        return map;
    }

    static final String CSS =
            ".gv-bar{display:flex;flex-wrap:wrap;gap:4px;align-items:center;margin:4px 0}"
                    + ".gv-main{position:relative}.gv summary{display:list-item;cursor:pointer}"
                    + ".gv button,.gv input{font:12px system-ui,sans-serif;color:inherit}"
                    + ".gv button,.gv input[type=search]{padding:1px 8px;border:1px solid #8888;"
                    + "border-radius:4px;background:transparent}.gv button:hover{background:#8883}"
                    + ".gv input[type=search]{width:9em}.gv input[type=range]{flex:1}"
                    + ".gv canvas{display:block;width:100%;touch-action:pan-y}"
                    + ".gv canvas:focus-visible{outline:2px solid #1A73C8}"
                    + ".gv-live{margin:2px 0;min-height:1.4em;font-size:12px}"
                    + ".gv-tip{position:absolute;pointer-events:none;z-index:9;white-space:pre;"
                    + "font:12px/1.4 system-ui,sans-serif;background:#222;color:#fff;"
                    + "padding:4px 8px;border-radius:4px}"
                    + ".gv-two{display:flex;flex-wrap:wrap;gap:16px}"
                    + ".gv-two>*{flex:1 1 320px;min-width:0;overflow-x:auto}"
                    + ".gv-two pre{font:12px/1.5 monospace}.gv-two p{margin:3px 0}.gv-on{background:#E69F0055}"
                    + ".gv-slot{display:inline-block;min-width:26px;border:1px solid #8888;"
                    + "text-align:center;margin-right:2px;padding:0 3px}"
                    + ".gv-g{display:inline-block;margin:1px 6px 1px 0;padding:0 5px;"
                    + "border-left:8px solid}";
}
