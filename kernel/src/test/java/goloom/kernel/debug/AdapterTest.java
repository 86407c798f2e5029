package goloom.kernel.debug;

import static org.assertj.core.api.Assertions.assertThat;

import goloom.kernel.protocol.Request;
import goloom.kernel.session.Debugger.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdapterTest {
    private final FakeDebuggee debuggee = new FakeDebuggee();
    private final Adapter adapter = new Adapter(debuggee);

    private Answer ask(String command, @Nullable Object arguments) {
        return adapter.answer(new Request.Debug(1, command, arguments));
    }

    private Map<String, @Nullable Object> body(String command, @Nullable Object arguments) {
        Answer a = ask(command, arguments);
        assertThat(a.message()).isNull();
        return a.body();
    }

    @SuppressWarnings("unchecked") // as the protocol says
    private List<Map<String, Object>> rows(
            String command, @Nullable Object arguments, String name) {
        return (List<Map<String, Object>>)
                Objects.requireNonNull(body(command, arguments).get(name));
    }

    private List<Map<String, Object>> variables() {
        return rows("inspectVariables", null, "variables");
    }

    private List<Map<String, Object>> open(Object reference) {
        return rows("variables", Map.of("variablesReference", reference), "variables");
    }

    private static Object reference(Map<String, Object> row) {
        return Objects.requireNonNull(row.get("variablesReference"));
    }

    private void asJupyterLab() {
        body("initialize", Map.of("clientID", "jupyterlab"));
    }

    @Test
    void debug_info_says_whether_it_has_started_and_has_no_breakpoints() {
        assertThat(body("debugInfo", null))
                .containsEntry("isStarted", false)
                .containsEntry("hashMethod", "Murmur2")
                .containsEntry("breakpoints", List.of())
                .containsEntry("stoppedThreads", List.of())
                .containsEntry("richRendering", true)
                .containsEntry("copyToGlobals", false)
                .containsKeys("hashSeed", "tmpFilePrefix", "tmpFileSuffix", "exceptionPaths");
        body("initialize", Map.of());
        assertThat(body("debugInfo", Map.of())).containsEntry("isStarted", true);
        body("disconnect", null);
        assertThat(body("debugInfo", null)).containsEntry("isStarted", false);
    }

    @Test
    void attach_is_followed_by_the_event_initialized() {
        assertThat(ask("attach", Map.of()).events())
                .singleElement()
                .satisfies(e -> assertThat(e.name()).isEqualTo("initialized"));
    }

    @Test
    void a_variable_has_name_type_value_and_how_to_open_it() {
        debuggee.variable("n", "int", 5);
        debuggee.variable("xs", "List<Integer>", List.of(7));
        assertThat(variables().get(0))
                .containsEntry("name", "n")
                .containsEntry("type", "int")
                .containsEntry("value", "5")
                .containsEntry("evaluateName", "n")
                .containsEntry("variablesReference", 0);
        assertThat(open(reference(variables().get(1))))
                .containsExactly(
                        Map.of(
                                "name",
                                "[0]",
                                "type",
                                "Integer",
                                "value",
                                "7",
                                "variablesReference",
                                0));
    }

    @Test
    void an_object_keeps_its_reference_while_nothing_in_it_that_is_open_has_changed() {
        var list = new ArrayList<>(List.of(1, 2));
        debuggee.variable("list", "List<Integer>", list);
        Object first = reference(variables().getFirst());
        assertThat(reference(variables().getFirst())).isEqualTo(first);
        open(first);
        assertThat(reference(variables().getFirst())).isEqualTo(first);
        list.set(1, 3);
        Object second = reference(variables().getFirst());
        assertThat(second).isNotEqualTo(first);
        assertThat(open(second).get(1)).containsEntry("value", "3");
        assertThat(open(first).get(1)).containsEntry("value", "3");
    }

    @Test
    void looking_at_an_object_does_not_keep_it_alive() {
        debuggee.variable("list", "List<Integer>", new ArrayList<>(List.of(1)));
        Object reference = reference(variables().getFirst());
        open(reference);
        debuggee.variables.clear();
        for (int i = 0; i < 50; i++) {
            System.gc();
            if (ask("variables", Map.of("variablesReference", reference)).message() != null) {
                return;
            }
        }
        throw new AssertionError("it is still held");
    }

    @Test
    void a_client_may_take_children_page_by_page() {
        debuggee.variable("a", "int[]", new int[] {0, 1, 2, 3});
        Object reference = reference(variables().getFirst());
        assertThat(
                        rows(
                                "variables",
                                Map.of("variablesReference", reference, "start", 1, "count", 2),
                                "variables"))
                .extracting(v -> v.get("value"))
                .containsExactly("1", "2");
    }

    @Test
    void jupyterlab_sees_values_where_it_would_see_types_and_goroutines_among_variables() {
        debuggee.variable("d", "double", 2.5);
        debuggee.variable("xs", "List<Integer>", List.of(7));
        debuggee.goroutine(7, "worker", "chan receive", "jobs");
        assertThat(variables()).hasSize(2).allSatisfy(v -> assertThat(v).containsKey("type"));
        asJupyterLab();
        List<Map<String, Object>> rows = variables();
        assertThat(rows)
                .extracting(v -> v.get("name"))
                .containsExactly("breakpoints", "d", "xs", "G7 worker");
        assertThat(rows.get(1)).doesNotContainKey("type");
        assertThat(rows.get(2)).containsEntry("type", "List<Integer>");
        assertThat(rows.get(3)).containsEntry("value", "chan receive on jobs");
        assertThat(open(reference(rows.get(3))))
                .extracting(v -> v.get("name") + " " + v.get("value"))
                .containsExactly(
                        "at cell [3], line 4, in hello",
                        "at ... the same 9 times more",
                        "at cell [3], line 7",
                        "started by goroutine 1 at cell [3], line 2");
    }

    @Test
    void a_goroutine_in_another_state_has_another_reference() {
        asJupyterLab();
        debuggee.goroutine(7, null, "chan receive", "jobs");
        Object before = reference(variables().get(1));
        assertThat(reference(variables().get(1))).isEqualTo(before);
        debuggee.goroutines.clear();
        debuggee.goroutine(7, null, "sleep", null);
        assertThat(reference(variables().get(1))).isNotEqualTo(before);
    }

    @Test
    void thousands_of_goroutines_are_counted_and_not_looked_at() {
        asJupyterLab();
        debuggee.more = 20_000;
        assertThat(variables().getLast())
                .containsEntry("name", "goroutines")
                .containsEntry("value", "20000");
        assertThat(ask("threads", null).message()).contains("20000 goroutines are too many");
    }

    @Test
    void goroutines_are_threads_with_what_they_wait_for_and_who_started_them() {
        debuggee.goroutine(1, null, "sleep", null);
        debuggee.goroutine(7, "worker", "chan receive", "jobs");
        List<Map<String, Object>> threads = rows("threads", null, "threads");
        assertThat(threads.get(0))
                .containsEntry("id", 1)
                .containsEntry("name", "goroutine 1 [sleep]");
        assertThat(threads.get(1))
                .containsEntry("id", 7)
                .containsEntry(
                        "name",
                        "goroutine 7 worker [chan receive on jobs], started by goroutine 1"
                                + " at cell [3], line 2")
                .containsEntry("state", "chan receive")
                .containsEntry("waitsFor", "jobs");
    }

    @Test
    void a_stack_has_the_lines_of_cells_and_names_the_code_of_the_cell() {
        debuggee.cells.put(3, "int hello() {}");
        debuggee.goroutine(7, null, "sleep", null);
        List<Map<String, Object>> frames = rows("stackTrace", Map.of("threadId", 7), "stackFrames");
        assertThat(frames)
                .extracting(f -> f.get("name"))
                .containsExactly(
                        "cell [3], line 4, in hello",
                        "... the same 9 times more",
                        "cell [3], line 7");
        Object path = body("dumpCell", Map.of("code", "int hello() {}")).get("sourcePath");
        assertThat(frames.getFirst())
                .containsEntry("line", 4)
                .containsEntry("source", Map.of("name", "cell [3]", "path", path));
        assertThat(frames.get(1))
                .doesNotContainKey("source")
                .containsEntry("presentationHint", "label");
        assertThat(frames).extracting(f -> f.get("id")).doesNotHaveDuplicates();
        assertThat(
                        rows(
                                "stackTrace",
                                Map.of("threadId", 7, "startFrame", 1, "levels", 1),
                                "stackFrames"))
                .hasSize(1);
        assertThat(ask("stackTrace", Map.of("threadId", 8)).message()).contains("8");
    }

    @Test
    void every_frame_sees_the_variables_of_the_session() {
        debuggee.variable("n", "int", 5);
        Map<String, Object> scope = rows("scopes", Map.of("frameId", 7000), "scopes").getFirst();
        assertThat(scope).containsEntry("name", "Globals");
        assertThat(open(reference(scope))).extracting(v -> v.get("name")).containsExactly("n");
    }

    @Test
    void source_gives_the_text_of_a_cell_that_has_run_or_was_dumped() {
        debuggee.cells.put(1, "ran");
        for (String code : List.of("ran", "dumped")) {
            Object path = body("dumpCell", Map.of("code", code)).get("sourcePath");
            assertThat(body("source", Map.of("source", Map.of("path", path))))
                    .containsEntry("content", code);
        }
        assertThat(ask("source", Map.of("source", Map.of("path", "x"))).message())
                .contains("no cell");
    }

    @Test
    void breakpoints_are_not_verified_and_the_message_says_why() {
        var asked =
                Map.of("source", Map.of("path", "x"), "breakpoints", List.of(Map.of("line", 3)));
        Answer answer = ask("setBreakpoints", asked);
        assertThat(answer.body().toString())
                .contains("verified=false", "line=3", "breakpoints are not supported");
        assertThat(answer.events())
                .singleElement()
                .satisfies(e -> {
                    assertThat(e.name()).isEqualTo("output");
                    assertThat(e.body()).containsEntry("category", "important");
                });
    }

    @Test
    void jupyterlab_which_draws_every_breakpoint_gets_none() {
        asJupyterLab();
        assertThat(variables().getFirst())
                .containsEntry("name", "breakpoints")
                .containsEntry("value", "not supported");
        var asked =
                Map.of("source", Map.of("path", "x"), "breakpoints", List.of(Map.of("line", 3)));
        assertThat(body("setBreakpoints", asked)).containsEntry("breakpoints", List.of());
    }

    @Test
    void a_rich_variable_is_shown_as_cells_show_it() {
        debuggee.variable("n", "int", 5);
        assertThat(body("richInspectVariables", Map.of("variableName", "n")))
                .containsEntry("data", Map.of("text/plain", "shown: 5", "text/html", "<b>5</b>"))
                .containsEntry("metadata", Map.of());
        assertThat(ask("richInspectVariables", Map.of("variableName", "m")).message())
                .endsWith("none of them is m");
        debuggee.goroutine(7, "worker", "sleep", null);
        assertThat(body("richInspectVariables", Map.of("variableName", "G7 worker")))
                .containsEntry("data", Map.of("text/plain", "text of 7"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "variables",
                "richInspectVariables",
                "stackTrace",
                "scopes",
                "source",
                "dumpCell"
            })
    void arguments_that_are_missing_or_of_another_type_are_named(String command) {
        assertThat(ask(command, null).message())
                .startsWith(command + ": want ")
                .contains("got null");
        assertThat(ask(command, List.of(1)).message())
                .isEqualTo(command + ": want an object as arguments, got [1]");
        var wrong =
                Map.of(
                        "variablesReference",
                        "x",
                        "variableName",
                        1,
                        "threadId",
                        "x",
                        "frameId",
                        List.of(),
                        "source",
                        "x",
                        "code",
                        5);
        assertThat(ask(command, wrong).message()).startsWith(command + ": want ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evaluate", "continue", "next", "pause", "copyToGlobals", "nonsense", ""})
    void what_is_not_answered_is_refused_with_a_reason(String command) {
        assertThat(ask(command, null).message()).hasSizeGreaterThan(30);
    }
}
