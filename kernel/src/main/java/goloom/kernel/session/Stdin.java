package goloom.kernel.session;

import goloom.kernel.protocol.Origin;
import goloom.kernel.protocol.Protocol;
import goloom.kernel.protocol.Request;
import goloom.kernel.wire.Wire;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Questions to the user. One at a time; a late answer to an earlier one is dropped.
final class Stdin {
    private static final String END_OF_INPUT = "\u0004";

    private record Pending(String id, Origin cell, CompletableFuture<String> answer) {}

    private final Wire wire;
    private final Protocol protocol;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile @Nullable Pending pending;

    Stdin(Wire wire, Protocol protocol) {
        this.wire = wire;
        this.protocol = protocol;
    }

    /// The keyboard of the user who sent a cell.
    Keyboard of(Origin cell, boolean allowed) {
        return (prompt, password) -> {
            if (!allowed) {
                throw new IOException(
                        "this front end takes no input: it ran the cell with allow_stdin=false");
            }
            return ask(cell, prompt, password);
        };
    }

    private String ask(Origin cell, String prompt, boolean password) throws IOException {
        try {
            turn.lockInterruptibly();
            try {
                Protocol.Question q = protocol.input(cell, prompt, password);
                var question = new Pending(q.id(), cell, new CompletableFuture<>());
                pending = question;
                wire.send(Wire.Channel.STDIN, q.message());
                return typed(question.answer().get());
            } finally {
                pending = null;
                turn.unlock();
            }
        } catch (InterruptedException e) {
            throw interrupted();
        } catch (ExecutionException e) {
            throw interrupted();
        }
    }

    private static String typed(String value) throws EOFException {
        if (value.equals(END_OF_INPUT)) {
            throw new EOFException("end of input");
        }
        return value;
    }

    private static IOException interrupted() {
        return new InterruptedIOException("interrupted while waiting for input");
    }

    /// Front ends that do not say which question they answer mean the one that is open.
    void answer(Request.InputReply reply) {
        Pending p = pending;
        if (p != null && (reply.parentId() == null || reply.parentId().equals(p.id()))) {
            p.answer().complete(reply.value());
        }
    }

    /// Ends the wait of a cell.
    void interrupt(String cellId) {
        Pending p = pending;
        if (p != null && p.cell().messageId().equals(cellId)) {
            p.answer().completeExceptionally(interrupted());
        }
    }
}
