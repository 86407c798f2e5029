package goloom.kernel.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// From the type and the content of a message to a [Request]. Fields the protocol calls optional
/// may be missing.
final class RequestReader {
    private RequestReader() {}

    static Request read(
            String type,
            Map<String, @Nullable Object> content,
            List<byte[]> buffers,
            @Nullable String parentId) {
        var f = new Fields(type, content);
        return switch (type) {
            case "kernel_info_request" -> new Request.KernelInfo();
            case "execute_request" -> execute(f);
            case "complete_request" -> new Request.Complete(f.string("code"), cursor(f));
            case "inspect_request" ->
                    new Request.Inspect(f.string("code"), cursor(f), f.number("detail_level", 0));
            case "is_complete_request" -> new Request.IsComplete(f.string("code"));
            case "history_request" -> history(f);
            case "connect_request" -> new Request.Connect();
            case "comm_info_request" -> new Request.CommInfo(f.stringOrNull("target_name"));
            case "comm_open" ->
                    new Request.CommOpen(
                            f.string("comm_id"),
                            f.string("target_name"),
                            f.object("data"),
                            buffers);
            case "comm_msg" ->
                    new Request.CommMessage(f.string("comm_id"), f.object("data"), buffers);
            case "comm_close" -> new Request.CommClose(f.string("comm_id"), f.object("data"));
            case "shutdown_request" -> new Request.Shutdown(f.flag("restart", false));
            case "interrupt_request" -> new Request.Interrupt();
            case "debug_request" -> debug(content);
            case "create_subshell_request" -> new Request.CreateSubshell();
            case "delete_subshell_request" -> new Request.DeleteSubshell(f.string("subshell_id"));
            case "list_subshell_request" -> new Request.ListSubshell();
            case "input_reply" -> new Request.InputReply(f.string("value"), parentId);
            default -> new Request.Unknown(type);
        };
    }

    private static Request execute(Fields f) {
        boolean silent = f.flag("silent", false);
        var expressions = new LinkedHashMap<String, String>();
        f.object("user_expressions").forEach((k, v) -> expressions.put(k, String.valueOf(v)));
        return new Request.Execute(
                f.string("code"),
                silent,
                !silent && f.flag("store_history", true),
                expressions,
                f.flag("allow_stdin", true),
                f.flag("stop_on_error", true));
    }

    private static Request debug(Map<String, @Nullable Object> content) {
        return new Request.Debug(
                content.get("seq") instanceof Number n ? n.intValue() : 0,
                content.get("command") instanceof String s ? s : "",
                content.get("arguments"));
    }

    private static int cursor(Fields f) {
        String code = f.string("code");
        return CodePoints.toUtf16(code, f.number("cursor_pos", code.length()));
    }

    private static Request history(Fields f) {
        boolean output = f.flag("output", false);
        String access = f.string("hist_access_type");
        return switch (access) {
            case "tail" -> new Request.HistoryTail(f.number("n", 10), output);
            case "range" ->
                    new Request.HistoryRange(
                            f.number("session", 0),
                            f.number("start", 1),
                            f.numberOrNull("stop"),
                            output);
            case "search" -> {
                String pattern = f.stringOrNull("pattern");
                yield new Request.HistorySearch(
                        pattern == null ? "*" : pattern,
                        f.numberOrNull("n"),
                        f.flag("unique", false),
                        output);
            }
            default ->
                    throw new MalformedMessage(
                            "history_request: want hist_access_type tail, range or search, got "
                                    + access);
        };
    }
}
