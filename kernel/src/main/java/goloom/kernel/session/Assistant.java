package goloom.kernel.session;

import goloom.kernel.protocol.CodePoints;
import goloom.kernel.protocol.Reply;
import goloom.kernel.protocol.Request;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Answers what people ask while they type, on a thread of its own, so that no answer waits for a
/// cell: completion, inspection, history.
final class Assistant {
    private final Interpreter interpreter;
    private final CompletableFuture<Void> started;
    private final HistoryLog history;
    private final Worker worker = new Worker("assistant");

    Assistant(Interpreter interpreter, CompletableFuture<Void> started, HistoryLog history) {
        this.interpreter = interpreter;
        this.started = started;
        this.history = history;
    }

    /// Runs something here, after all that was given before.
    void execute(Runnable task) {
        worker.execute(task);
    }

    void record(Consumer<HistoryLog> entry) {
        execute(() -> entry.accept(history));
    }

    Reply history(Request.History query) {
        return new Reply.History(history.find(query), query.output());
    }

    Reply complete(Request.Complete r) throws Exception {
        started.get();
        Completion c = interpreter.complete(r.code(), r.cursor());
        return new Reply.Completions(
                c.matches().stream()
                        .map(m -> new Reply.Completions.Match(m.text(), m.type(), m.signature()))
                        .toList(),
                CodePoints.fromUtf16(r.code(), c.start()),
                CodePoints.fromUtf16(r.code(), c.end()));
    }

    Reply inspect(Request.Inspect r) throws Exception {
        started.get();
        return new Reply.Inspected(interpreter.inspect(r.code(), r.cursor(), r.detail()));
    }

    Reply isComplete(Request.IsComplete r) throws Exception {
        started.get();
        return switch (interpreter.isComplete(r.code())) {
            case Completeness.Complete() -> new Reply.Completeness("complete", null);
            case Completeness.Incomplete(var indent) ->
                    new Reply.Completeness("incomplete", indent);
            case Completeness.Invalid() -> new Reply.Completeness("invalid", null);
            case Completeness.Unknown() -> new Reply.Completeness("unknown", null);
        };
    }
}
