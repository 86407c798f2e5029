package goloom.kernel.protocol;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What goes to all front ends, on iopub.
public sealed interface Publication {
    /// The type of the message.
    String type();

    /// The content of the message.
    Map<String, @Nullable Object> content();

    /// The two streams of text.
    enum StreamName {
        STDOUT,
        STDERR
    }

    /// Whether the kernel works for a request.
    enum State {
        STARTING,
        BUSY,
        IDLE
    }

    /// The kernel's state.
    record Status(State state) implements Publication {
        @Override
        public String type() {
            return "status";
        }

        @Override
        public Map<String, @Nullable Object> content() {
            return Map.of("execution_state", state.name().toLowerCase(Locale.ROOT));
        }
    }

    /// The code that runs, and its number.
    record ExecuteInput(String code, int count) implements Publication {
        @Override
        public String type() {
            return "execute_input";
        }

        @Override
        public Map<String, @Nullable Object> content() {
            return Map.of("code", code, "execution_count", count);
        }
    }

    /// Text.
    record Stream(StreamName name, String text) implements Publication {
        @Override
        public String type() {
            return "stream";
        }

        @Override
        public Map<String, @Nullable Object> content() {
            return Map.of("name", name.name().toLowerCase(Locale.ROOT), "text", text);
        }
    }

    /// Something to see.
    record Display(MimeBundle bundle) implements Publication {
        @Override
        public String type() {
            return "display_data";
        }

        @Override
        public Map<String, @Nullable Object> content() {
            return Contents.bundle(bundle);
        }
    }

    /// A new form of what was displayed under the same display id.
    record UpdateDisplay(MimeBundle bundle) implements Publication {
        @Override
        public String type() {
            return "update_display_data";
        }

        @Override
        public Map<String, @Nullable Object> content() {
            return Contents.bundle(bundle);
        }
    }

    /// The value of a cell.
    record ExecuteResult(int count, MimeBundle bundle) implements Publication {
        @Override
        public String type() {
            return "execute_result";
        }

        @Override
        public Map<String, @Nullable Object> content() {
            var c = Contents.bundle(bundle);
            c.put("execution_count", count);
            return c;
        }
    }

    /// The error that ended a cell.
    record Failure(ErrorReport error) implements Publication {
        @Override
        public String type() {
            return "error";
        }

        @Override
        public Map<String, @Nullable Object> content() {
            return Contents.error(error);
        }
    }

    /// Remove the output of the cell; with `later` only when there is new output.
    record ClearOutput(boolean later) implements Publication {
        @Override
        public String type() {
            return "clear_output";
        }

        @Override
        public Map<String, @Nullable Object> content() {
            return Map.of("wait", later);
        }
    }

    /// A comm opened by the kernel.
    record CommOpen(String id, String target, Map<String, @Nullable Object> data)
            implements Publication {
        @Override
        public String type() {
            return "comm_open";
        }

        @Override
        public Map<String, @Nullable Object> content() {
            return Map.of("comm_id", id, "target_name", target, "data", data);
        }
    }

    /// A message on a comm.
    record CommMessage(String id, Map<String, @Nullable Object> data, List<byte[]> buffers)
            implements Publication {
        @Override
        public String type() {
            return "comm_msg";
        }

        @Override
        public Map<String, @Nullable Object> content() {
            return Map.of("comm_id", id, "data", data);
        }
    }

    /// The end of a comm.
    record CommClose(String id, Map<String, @Nullable Object> data) implements Publication {
        @Override
        public String type() {
            return "comm_close";
        }

        @Override
        public Map<String, @Nullable Object> content() {
            return Map.of("comm_id", id, "data", data);
        }
    }

    /// An event of the Debug Adapter Protocol.
    record DebugEvent(int seq, String event, Map<String, @Nullable Object> body)
            implements Publication {
        @Override
        public String type() {
            return "debug_event";
        }

        @Override
        public Map<String, @Nullable Object> content() {
            return Map.of("seq", seq, "type", "event", "event", event, "body", body);
        }
    }

    /// The kernel ends: the same as the reply, for the other front ends.
    record ShuttingDown(boolean restart) implements Publication {
        @Override
        public String type() {
            return "shutdown_reply";
        }

        @Override
        public Map<String, @Nullable Object> content() {
            return new Reply.ShuttingDown(restart).content();
        }
    }

    /// The first message to a new subscriber: from here on nothing is missed.
    record Welcome(String subscription) implements Publication {
        @Override
        public String type() {
            return "iopub_welcome";
        }

        @Override
        public Map<String, @Nullable Object> content() {
            return Map.of("subscription", subscription);
        }
    }
}
