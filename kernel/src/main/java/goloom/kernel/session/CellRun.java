package goloom.kernel.session;

import goloom.kernel.log.Log;
import goloom.kernel.protocol.ErrorReport;
import goloom.kernel.protocol.Expression;
import goloom.kernel.protocol.Origin;
import goloom.kernel.protocol.Publication;
import goloom.kernel.protocol.Reply;
import goloom.kernel.protocol.Request;
import goloom.kernel.protocol.Timestamps;
import goloom.kernel.wire.Reserve;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// One run of one cell, from `busy` to `idle`.
final class CellRun {
    private static final int RESCUES = 50;
    private static final long RESCUE_PAUSE_NANOS = 100_000_000;

    private final CellRunner shared;
    private final CellQueue queue;
    private final Call call;
    private final Request.Execute request;
    private final Origin origin;
    private final Interruption interruption;
    private boolean replied;
    private boolean idle;

    CellRun(CellRunner shared, CellQueue queue, CellQueue.Queued queued) {
        this.shared = shared;
        this.queue = queue;
        call = queued.call();
        request = queued.request();
        origin = call.origin();
        interruption = new Interruption(shared.interpreter());
    }

    /// Runs it. Whatever happens, the front end gets a reply and an `idle`.
    void run() {
        try {
            steps();
        } catch (Throwable e) {
            Reserve.releaseOn(e);
            Log.note("cell", e);
            rescue(e);
        } finally {
            Reserve.take();
        }
    }

    private void steps() {
        String started = Timestamps.now();
        shared.outbox().cellBusy(origin);
        boolean counts = request.storeHistory() && !request.code().isBlank();
        int count = shared.number(counts);
        var cell =
                new Cell(
                        origin.messageId(),
                        origin.cellId(),
                        request.code(),
                        count,
                        request.silent(),
                        origin.subshell());
        CellOutput output = shared.open(origin, cell, request.allowStdin());
        publish(new Publication.ExecuteInput(request.code(), count));
        if (counts) {
            shared.record(h -> h.add(count, request.code()));
        }
        ExecuteOutcome outcome = execute(cell, output);
        output.end();
        Reply reply = reply(outcome, cell, output);
        List<CellQueue.Queued> dropped =
                reply instanceof Reply.ExecutionFailed && request.stopOnError()
                        ? shared.drop(queue)
                        : List.of();
        shared.outbox().reply(call, reply, metadata(started, reply));
        replied = true;
        afterReply(cell, output);
        shared.outbox().cellIdle(origin);
        idle = true;
        dropped.forEach(shared::abort);
    }

    private void afterReply(Cell cell, CellOutput output) {
        try {
            shared.interpreter().afterReply(cell, output);
            output.end();
        } catch (Throwable e) {
            Reserve.releaseOn(e);
            Log.note("after the reply", e);
        }
    }

    private void rescue(Throwable e) {
        for (int attempt = 0; attempt < RESCUES; attempt++) {
            try {
                if (!replied) {
                    ErrorReport error = CellRunner.report(e);
                    publish(new Publication.Failure(error));
                    shared.outbox().reply(call, new Reply.ExecutionFailed(0, error));
                    replied = true;
                }
                if (!idle) {
                    shared.outbox().cellIdle(origin);
                }
                return;
            } catch (OutOfMemoryError again) {
                Reserve.releaseOn(again);
                // Others may give back memory meanwhile.
                LockSupport.parkNanos(this, RESCUE_PAUSE_NANOS);
            }
        }
    }

    /// Ends the cell, wherever it is; called by another thread.
    void interrupt() {
        shared.stdin().interrupt(origin.messageId());
        interruption.request();
    }

    private ExecuteOutcome execute(Cell cell, CellOutput output) {
        if (request.code().isBlank()) {
            return ExecuteOutcome.NOTHING;
        }
        try {
            interruption.awaitStart(shared.started());
            if (!interruption.begin(cell)) {
                return new ExecuteOutcome.Interrupted(List.of());
            }
            return shared.interpreter().execute(cell, output);
        } catch (Throwable e) {
            return shared.failed(e);
        } finally {
            interruption.end();
        }
    }

    private Reply reply(ExecuteOutcome outcome, Cell cell, CellOutput output) {
        return switch (outcome) {
            case ExecuteOutcome.Ok ok -> {
                if (ok.result() != null) {
                    publish(new Publication.ExecuteResult(cell.count(), ok.result()));
                    String text = ok.result().text();
                    shared.record(h -> h.result(cell.count(), text));
                }
                yield new Reply.Executed(cell.count(), ok.payload(), expressions(cell, output));
            }
            case ExecuteOutcome.Failed(var error) -> failure(cell, error);
            case ExecuteOutcome.Interrupted(var lines) -> failure(cell, interrupted(lines));
        };
    }

    private Reply failure(Cell cell, ErrorReport error) {
        publish(new Publication.Failure(error));
        return new Reply.ExecutionFailed(cell.count(), error);
    }

    private static ErrorReport interrupted(List<String> lines) {
        String text = "the cell was interrupted";
        return new ErrorReport("Interrupted", text, lines.isEmpty() ? List.of(text) : lines);
    }

    private Map<String, Expression> expressions(Cell cell, CellOutput output) {
        var values = new LinkedHashMap<String, Expression>();
        request.userExpressions()
                .forEach((name, code) -> values.put(name, expression(code, cell, output)));
        output.end();
        return values;
    }

    private Expression expression(String code, Cell cell, CellOutput output) {
        try {
            return shared.interpreter().evaluate(code, cell, output);
        } catch (Throwable e) {
            Log.note("user expression", e);
            return new Expression.Failed(CellRunner.report(e));
        }
    }

    private void publish(Publication p) {
        if (!request.silent()) {
            shared.outbox().publish(origin, p);
        }
    }

    private static Map<String, @Nullable Object> metadata(String started, Reply reply) {
        String status = reply instanceof Reply.Executed ? "ok" : "error";
        return Map.of("started", started, "dependencies_met", true, "status", status);
    }
}
