package goloom.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import goloom.runtime.internal.Woven;
import goloom.trace.EventKind;
import goloom.trace.Site;
import goloom.trace.Trace;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a trace calls things, and where it says that they happened.
class TraceNamesTest {
    private static Trace traced(GoBody main) {
        try (GoRuntime runtime = GoRuntime.builder().procs(1).build()) {
            runtime.startTrace();
            runtime.run(main);
            return runtime.stopTrace();
        }
    }

    @Test
    void channels_of_the_same_name_are_told_apart() {
        Trace t =
                traced(() -> {
                    for (int i = 0; i < 3; i++) {
                        Chan<Integer> out = Chan.make(1, 0);
                        Woven.name(out, "out");
                        out.send(i);
                    }
                });
        assertThat(t.resources())
                .extracting(Trace.Resource::label)
                .containsExactly("out", "out #2", "out #3");
    }

    @Test
    void a_timer_without_a_name_is_a_timer() {
        Trace t = traced(() -> Go.after(java.time.Duration.ofMillis(1)).recv());
        assertThat(t.resources()).extracting(Trace.Resource::label).containsExactly("timer");
    }

    @Test
    void a_frame_of_a_cell_gives_its_line() {
        var jdk = new StackTraceElement("java.util.Objects", "requireNonNull", "Objects.java", 9);
        var cell = new StackTraceElement("REPL", "run", "cell [18]", 2);
        assertThat(Site.of(List.of(jdk, cell))).isEqualTo(Site.pack(18, 2));
        assertThat(Site.of(List.of(jdk))).isEqualTo(Site.UNKNOWN);
    }

    @Test
    void a_panic_stands_where_it_was_thrown() {
        Trace t =
                traced(() -> {
                    var e = new IllegalStateException("no");
                    e.setStackTrace(
                            new StackTraceElement[] {
                                new StackTraceElement("REPL", "run", "cell [7]", 4)
                            });
                    throw e;
                });
        assertThat(t.events())
                .filteredOn(e -> e.kind() == EventKind.PANIC)
                .singleElement()
                .satisfies(e -> assertThat(t.line(e.site())).isEqualTo("cell [7], line 4"));
    }
}
