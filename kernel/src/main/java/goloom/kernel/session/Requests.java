package goloom.kernel.session;

import goloom.kernel.log.Log;
import goloom.kernel.protocol.ErrorReport;
import goloom.kernel.protocol.Incoming;
import goloom.kernel.protocol.MalformedMessage;
import goloom.kernel.protocol.Origin;
import goloom.kernel.protocol.Protocol;
import goloom.kernel.protocol.Publication;
import goloom.kernel.protocol.Reply;
import goloom.kernel.protocol.Request;
import goloom.kernel.wire.Wire;
import goloom.kernel.wire.WireMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Takes each message to where it is answered. Runs on the threads of the sockets, so it never
/// waits: cells go to their queue, questions of people who type go to the assistant, those of a
/// debugger and an interrupt go to threads of their own.
final class Requests implements Wire.Listener {
    private final Protocol protocol;
    private final Outbox outbox;
    private final Stdin stdin;
    private final Shells shells;
    private final Assistant assistant;
    private final Debug debug;
    private final Comms comms;
    private final About about;
    private final Ending ending;
    private final ExecutorService interrupts =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("goloom-interrupt").factory());

    Requests(
            Protocol protocol,
            Outbox outbox,
            Stdin stdin,
            Shells shells,
            Assistant assistant,
            Debug debug,
            Comms comms,
            About about,
            Ending ending) {
        this.protocol = protocol;
        this.outbox = outbox;
        this.stdin = stdin;
        this.shells = shells;
        this.assistant = assistant;
        this.debug = debug;
        this.comms = comms;
        this.about = about;
        this.ending = ending;
    }

    @Override
    public WireMessage subscribed(byte[] topic) {
        String subscription = new String(topic, StandardCharsets.UTF_8);
        return protocol.publication(null, new Publication.Welcome(subscription));
    }

    @Override
    public void received(Wire.Channel channel, WireMessage message) {
        try {
            Incoming in = protocol.read(message);
            if (channel == Wire.Channel.STDIN) {
                if (in.request() instanceof Request.InputReply reply) {
                    stdin.answer(reply);
                }
                return;
            }
            handle(new Call(channel, in.origin()), in.request());
        } catch (MalformedMessage e) {
            Log.note("message on " + channel + " ignored: " + e.getMessage());
        }
    }

    private void handle(Call call, Request request) {
        switch (request) {
            case Request.Execute r -> execute(call, r);
            case Request.Complete r -> assist(call, () -> assistant.complete(r));
            case Request.Inspect r -> assist(call, () -> assistant.inspect(r));
            case Request.IsComplete r -> assist(call, () -> assistant.isComplete(r));
            case Request.History r -> assist(call, () -> assistant.history(r));
            case Request.CommOpen r -> tell(call.origin(), () -> comms.opened(r));
            case Request.CommMessage r -> tell(call.origin(), () -> comms.received(r));
            case Request.CommClose r -> tell(call.origin(), () -> comms.closed(r));
            case Request.CommInfo r -> answer(call, () -> new Reply.Comms(comms.list(r.target())));
            case Request.KernelInfo _ -> answer(call, about::kernelInfo);
            case Request.Connect _ -> answer(call, about::connection);
            case Request.CreateSubshell _ -> answer(call, this::createSubshell);
            case Request.DeleteSubshell r -> answer(call, () -> deleteSubshell(r.id()));
            case Request.ListSubshell _ -> answer(call, () -> new Reply.Subshell(shells.list()));
            case Request.Debug r -> debug.execute(() -> answer(call, () -> debug.answer(call, r)));
            case Request.Interrupt _ -> interrupts.execute(() -> answer(call, this::interrupt));
            case Request.Shutdown r -> shutdown(call, r);
            case Request.InputReply _ -> Log.note("input_reply on " + call.channel() + " ignored");
            case Request.Unknown(var type) -> Log.note("unknown message " + type + " ignored");
        }
    }

    private void execute(Call call, Request.Execute r) {
        CellQueue queue = shells.queue(call.origin().subshell());
        if (queue == null) {
            answer(call, () -> noSuchSubshell(String.valueOf(call.origin().subshell())));
        } else {
            queue.add(new CellQueue.Queued(call, r));
        }
    }

    private void answer(Call call, Callable<Reply> question) {
        outbox.busy(call.origin());
        Reply reply;
        try {
            reply = question.call();
        } catch (Throwable e) {
            Log.note(call.origin().type(), e);
            reply = new Reply.Failed(CellRunner.report(e));
        }
        outbox.reply(call, reply);
        outbox.idle(call.origin());
    }

    private void assist(Call call, Callable<Reply> question) {
        assistant.execute(() -> answer(call, question));
    }

    /// For messages that get no reply.
    private void tell(Origin origin, Runnable event) {
        assistant.execute(() -> {
            outbox.busy(origin);
            try {
                comms.on(origin, event);
            } finally {
                outbox.idle(origin);
            }
        });
    }

    private Reply createSubshell() {
        return about.hasSubshells()
                ? new Reply.Subshell(shells.create())
                : failed("SubshellsNotSupported", "this kernel runs one cell at a time");
    }

    private Reply deleteSubshell(String id) {
        return shells.delete(id) ? new Reply.Done() : noSuchSubshell(id);
    }

    private static Reply noSuchSubshell(String id) {
        return failed("UnknownSubshell", "there is no subshell " + id);
    }

    private static Reply failed(String name, String what) {
        return new Reply.Failed(new ErrorReport(name, what, List.of(what)));
    }

    private Reply interrupt() {
        shells.interrupt();
        return new Reply.Done();
    }

    private void shutdown(Call call, Request.Shutdown r) {
        answer(call, () -> new Reply.ShuttingDown(r.restart()));
        outbox.publish(call.origin(), new Publication.ShuttingDown(r.restart()));
        ending.begin();
    }
}
