package goloom.kernel.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequestReaderTest {
    private static Request read(String type, Map<String, @Nullable Object> content) {
        return RequestReader.read(type, content, List.of(), null);
    }

    @Test
    void a_cell_with_code_alone_has_the_defaults_of_the_protocol() {
        assertThat(read("execute_request", Map.of("code", "x")))
                .isEqualTo(new Request.Execute("x", false, true, Map.of(), true, true));
    }

    @Test
    void a_silent_cell_is_never_stored() {
        assertThat(
                        read(
                                "execute_request",
                                Map.of("code", "x", "silent", true, "store_history", true)))
                .isEqualTo(new Request.Execute("x", true, false, Map.of(), true, true));
    }

    @Test
    void a_cursor_is_turned_into_utf16() {
        assertThat(read("complete_request", Map.of("code", "𝄞a", "cursor_pos", 1)))
                .isEqualTo(new Request.Complete("𝄞a", 2));
    }

    @Test
    void without_a_cursor_the_end_is_meant() {
        assertThat(read("inspect_request", Map.of("code", "abc")))
                .isEqualTo(new Request.Inspect("abc", 3, 0));
    }

    @Test
    void history_has_three_forms() {
        assertThat(read("history_request", Map.of("hist_access_type", "tail", "n", 3)))
                .isEqualTo(new Request.HistoryTail(3, false));
        assertThat(read("history_request", Map.of("hist_access_type", "range", "session", -1)))
                .isEqualTo(new Request.HistoryRange(-1, 1, null, false));
        assertThat(read("history_request", Map.of("hist_access_type", "search", "output", true)))
                .isEqualTo(new Request.HistorySearch("*", null, false, true));
    }

    @Test
    void an_unknown_form_of_history_is_refused() {
        assertThatThrownBy(() -> read("history_request", Map.of("hist_access_type", "all")))
                .hasMessage(
                        "history_request: want hist_access_type tail, range or search, got all");
    }

    @Test
    void a_missing_field_is_named() {
        assertThatThrownBy(() -> read("comm_open", Map.of("comm_id", "c")))
                .hasMessage("comm_open: want a string as \"target_name\", got null");
    }

    @Test
    void an_unknown_type_is_kept() {
        assertThat(read("make_coffee", Map.of())).isEqualTo(new Request.Unknown("make_coffee"));
    }

    @Test
    void an_answer_knows_its_question() {
        assertThat(RequestReader.read("input_reply", Map.of("value", "v"), List.of(), "q"))
                .isEqualTo(new Request.InputReply("v", "q"));
    }

    @Test
    void a_malformed_debug_request_is_left_to_the_debugger() {
        assertThat(read("debug_request", Map.of())).isEqualTo(new Request.Debug(0, "", null));
        assertThat(read("debug_request", Map.of("seq", "x", "command", 5, "arguments", List.of(1))))
                .isEqualTo(new Request.Debug(0, "", List.of(1)));
    }
}
