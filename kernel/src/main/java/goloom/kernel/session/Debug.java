package goloom.kernel.session;

import goloom.kernel.log.Log;
import goloom.kernel.protocol.Publication;
import goloom.kernel.protocol.Reply;
import goloom.kernel.protocol.Request;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/// Answers requests of debuggers, one after the other on a thread of its own, so that no answer
/// waits for a cell and no cell for an answer. Every request gets an answer in the form of the
/// Debug Adapter Protocol: front ends wait for it without end.
final class Debug {
    private final Interpreter interpreter;
    private final CompletableFuture<Void> started;
    private final Outbox outbox;
    private final AtomicInteger seq = new AtomicInteger();
    private final Worker worker = new Worker("debugger");

    Debug(Interpreter interpreter, CompletableFuture<Void> started, Outbox outbox) {
        this.interpreter = interpreter;
        this.started = started;
        this.outbox = outbox;
    }

    void execute(Runnable task) {
        worker.execute(task);
    }

    /// Publishes the events that come with the answer.
    Reply answer(Call call, Request.Debug r) {
        Debugger.Answer a = answer(r);
        for (Debugger.Event e : a.events()) {
            outbox.publish(
                    call.origin(),
                    new Publication.DebugEvent(seq.incrementAndGet(), e.name(), e.body()));
        }
        return new Reply.Debugged(
                seq.incrementAndGet(), r.seq(), r.command(), a.message(), a.body());
    }

    private Debugger.Answer answer(Request.Debug r) {
        Debugger debugger = interpreter.debugger();
        if (debugger == null) {
            return Debugger.Answer.refused("this kernel has no debugger");
        }
        try {
            started.get();
            return debugger.answer(r);
        } catch (ExecutionException e) {
            return Debugger.Answer.refused("the kernel did not start: " + e.getCause());
        } catch (Throwable e) {
            Log.note("debug_request " + r.command(), e);
            return Debugger.Answer.refused("the debugger failed at " + r.command() + ": " + e);
        }
    }
}
