package goloom.kernel.protocol;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Answers. Each has a status, also those the protocol forgot.
public sealed interface Reply {
    /// The content of the message.
    Map<String, @Nullable Object> content();

    /// Done, and nothing to say.
    record Done() implements Reply {
        @Override
        public Map<String, @Nullable Object> content() {
            return Contents.ok();
        }
    }

    /// It failed. Good for every request.
    record Failed(ErrorReport error) implements Reply {
        @Override
        public Map<String, @Nullable Object> content() {
            var c = Contents.withStatus("error");
            c.putAll(Contents.error(error));
            return c;
        }
    }

    /// It was dropped: an earlier cell failed or was interrupted.
    record Aborted() implements Reply {
        @Override
        public Map<String, @Nullable Object> content() {
            return Contents.withStatus("aborted");
        }
    }

    /// A cell has ended well.
    ///
    /// @param userExpressions name to the outcome of [Expression#content]
    record Executed(int count, List<Payload> payload, Map<String, Expression> userExpressions)
            implements Reply {
        @Override
        public Map<String, @Nullable Object> content() {
            var c = Contents.ok();
            c.put("execution_count", count);
            c.put("payload", payload.stream().map(Payload::content).toList());
            var values = new LinkedHashMap<String, @Nullable Object>();
            userExpressions.forEach((name, e) -> values.put(name, e.content()));
            c.put("user_expressions", values);
            return c;
        }
    }

    /// A cell has failed.
    record ExecutionFailed(int count, ErrorReport error) implements Reply {
        @Override
        public Map<String, @Nullable Object> content() {
            var c = new Failed(error).content();
            c.put("execution_count", count);
            c.put("payload", List.of());
            return c;
        }
    }

    /// Completions.
    ///
    /// @param start where what they replace begins, in code points
    record Completions(List<Match> matches, int start, int end) implements Reply {
        /// One of them. `type` and `signature` are for the front end's list.
        public record Match(String text, @Nullable String type, @Nullable String signature) {}

        @Override
        public Map<String, @Nullable Object> content() {
            var c = Contents.ok();
            c.put("matches", matches.stream().map(Match::text).toList());
            c.put("cursor_start", start);
            c.put("cursor_end", end);
            c.put(
                    "metadata",
                    Map.of(
                            "_jupyter_types_experimental",
                            matches.stream().map(this::experimental).toList()));
            return c;
        }

        private Map<String, Object> experimental(Match m) {
            var c = new LinkedHashMap<String, Object>();
            c.put("text", m.text());
            c.put("type", m.type() == null ? "" : m.type());
            if (m.signature() != null) {
                c.put("signature", m.signature());
            }
            c.put("start", start);
            c.put("end", end);
            return c;
        }
    }

    /// What is known of a name; null: nothing.
    record Inspected(@Nullable MimeBundle bundle) implements Reply {
        @Override
        public Map<String, @Nullable Object> content() {
            var c = Contents.ok();
            c.put("found", bundle != null);
            c.put("data", bundle == null ? Map.of() : bundle.withText().data());
            c.put("metadata", bundle == null ? Map.of() : bundle.metadata());
            return c;
        }
    }

    /// Whether Enter would run the code.
    ///
    /// @param status `complete`, `incomplete`, `invalid` or `unknown`
    /// @param indent for the next line of incomplete code
    record Completeness(String status, @Nullable String indent) implements Reply {
        @Override
        public Map<String, @Nullable Object> content() {
            var c = Contents.withStatus(status);
            if (indent != null) {
                c.put("indent", indent);
            }
            return c;
        }
    }

    /// Cells of the past, oldest first.
    record History(List<Entry> entries, boolean withOutput) implements Reply {
        /// A cell and its result, if it had one.
        public record Entry(int session, int line, String source, @Nullable String output) {}

        @Override
        public Map<String, @Nullable Object> content() {
            var c = Contents.ok();
            c.put("history", entries.stream().map(this::row).toList());
            return c;
        }

        private List<@Nullable Object> row(Entry e) {
            Object source = withOutput ? Arrays.asList(e.source(), e.output()) : e.source();
            return List.of(e.session(), e.line(), source);
        }
    }

    /// Who this kernel is.
    record KernelInfo(String version, LanguageInfo language, List<String> features)
            implements Reply {
        @Override
        public Map<String, @Nullable Object> content() {
            var c = Contents.ok();
            c.put("protocol_version", Protocol.VERSION);
            c.put("implementation", "goloom");
            c.put("implementation_version", version);
            c.put("language_info", language.content());
            c.put("banner", language.banner());
            c.put("debugger", features.contains("debugger"));
            c.put("supported_features", features);
            c.put(
                    "help_links",
                    language.helpLinks().stream()
                            .map(l -> Map.of("text", l.text(), "url", l.url()))
                            .toList());
            return c;
        }
    }

    /// The ports.
    record Connected(int shell, int control, int stdin, int iopub, int heartbeat) implements Reply {
        @Override
        public Map<String, @Nullable Object> content() {
            var c = Contents.ok();
            c.put("shell_port", shell);
            c.put("control_port", control);
            c.put("stdin_port", stdin);
            c.put("iopub_port", iopub);
            c.put("hb_port", heartbeat);
            return c;
        }
    }

    /// Open comms: id to target.
    record Comms(Map<String, String> targets) implements Reply {
        @Override
        public Map<String, @Nullable Object> content() {
            var comms = new LinkedHashMap<String, Object>();
            targets.forEach((id, target) -> comms.put(id, Map.of("target_name", target)));
            var c = Contents.ok();
            c.put("comms", comms);
            return c;
        }
    }

    /// The kernel ends.
    record ShuttingDown(boolean restart) implements Reply {
        @Override
        public Map<String, @Nullable Object> content() {
            var c = Contents.ok();
            c.put("restart", restart);
            return c;
        }
    }

    /// A subshell, or all of them.
    ///
    /// @param id a string, or a list of strings
    record Subshell(Object id) implements Reply {
        @Override
        public Map<String, @Nullable Object> content() {
            var c = Contents.ok();
            c.put("subshell_id", id);
            return c;
        }
    }

    /// An answer of the Debug Adapter Protocol.
    ///
    /// @param message what is wrong; null: it succeeded
    record Debugged(
            int seq,
            int requestSeq,
            String command,
            @Nullable String message,
            Map<String, @Nullable Object> body)
            implements Reply {
        @Override
        public Map<String, @Nullable Object> content() {
            var c = Contents.ok();
            c.put("type", "response");
            c.put("seq", seq);
            c.put("request_seq", requestSeq);
            c.put("command", command);
            c.put("success", message == null);
            if (message != null) {
                c.put("message", message);
            }
            c.put("body", body);
            return c;
        }
    }
}
