package goloom.runtime;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The header of a goroutine in a report. Go: runtime/traceback.go, goroutineheader.
final class GoroutineDumpTest {
    /// The headers that a program on a virtual clock collects.
    private interface Program {
        void run(GoRuntime runtime, List<String> headers);
    }

    /// Each P has numbers of its own for new goroutines: with one they are 2, 3, 4.
    private static TestProgram onOneP() {
        return TestProgram.procs(1).clock(Clock.virtual());
    }

    private static List<String> headers(Program program) {
        List<String> headers = new ArrayList<>();
        onOneP().runs(runtime -> program.run(runtime, headers)).ok();
        return headers;
    }

    private static String last(GoRuntime runtime) {
        return runtime.goroutines().getLast().header();
    }

    @Test
    void a_wait_is_told_in_whole_minutes_from_the_first_on() {
        List<String> headers =
                headers((runtime, seen) -> {
                    var c = signal();
                    go(() -> c.recv());
                    for (int _ : range(3)) {
                        sleep(ofSeconds(59));
                        seen.add(last(runtime));
                    }
                });
        assertThat(headers)
                .containsExactly(
                        "goroutine 2 [chan receive]:",
                        "goroutine 2 [chan receive, 1 minutes]:",
                        "goroutine 2 [chan receive, 2 minutes]:");
    }

    @Test
    void who_was_woken_and_waits_again_begins_anew() {
        List<String> headers =
                headers((runtime, seen) -> {
                    var c = signal();
                    go(() -> {
                        c.recv();
                        select();
                    });
                    sleep(ofMinutes(5));
                    c.send();
                    sleep(ofMinutes(2));
                    seen.add(last(runtime));
                });
        assertThat(headers).containsExactly("goroutine 2 [select (no cases), 2 minutes]:");
    }

    @Test
    void minutes_stand_before_the_lock_to_a_thread() {
        List<String> headers =
                headers((runtime, seen) -> {
                    lockOSThread();
                    seen.add(last(runtime));
                    go(() -> {
                        lockOSThread();
                        chan(int.class).send(1);
                    });
                    sleep(ofHours(1));
                    seen.add(last(runtime));
                });
        assertThat(headers)
                .containsExactly(
                        "goroutine 1 [running, locked to thread]:",
                        "goroutine 2 [chan send, 60 minutes, locked to thread]:");
    }

    @Test
    void a_report_of_a_deadlock_tells_minutes() {
        var ran =
                onOneP().runs(_ -> {
                    var c = signal();
                    go(() -> c.recv());
                    sleep(ofMinutes(3));
                    c.recvOk();
                });
        assertThat(ran.outcome().report())
                .contains("\ngoroutine 1 [chan receive]:\n")
                .contains("\ngoroutine 2 [chan receive, 3 minutes]:\n");
    }

    @Test
    void a_report_says_who_started_a_goroutine_and_nothing_of_main() {
        List<String> texts =
                headers((runtime, seen) -> {
                    go(() -> go(() -> select()));
                    runtime.awaitParked(1);
                    runtime.goroutines().forEach(g -> seen.add(g.text()));
                });
        assertThat(texts).hasSize(2);
        assertThat(texts.getFirst())
                .startsWith("goroutine 1 [running]:\n")
                .doesNotContain("created");
        assertThat(texts.getLast())
                .startsWith("goroutine 3 [")
                .endsWith("\ncreated by goroutine 2");
    }

    /// On the machine's clock nobody has waited for minutes in a test, however it began.
    @Test
    void no_minutes_on_a_clock_that_has_just_begun() {
        TestProgram.procs(1)
                .runs(runtime -> {
                    go(() -> select());
                    runtime.awaitParked(1);
                    assertThat(last(runtime)).isEqualTo("goroutine 2 [select (no cases)]:");
                })
                .ok();
    }
}
