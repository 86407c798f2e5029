package goloom.kernel.java;

import goloom.kernel.log.Log;
import goloom.kernel.protocol.MimeBundle;
import goloom.kernel.session.CellOutput;
import goloom.trace.Trace;
import java.util.UUID;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/*
 * What it costs is bounded: nothing in the first second; then a picture whenever there is something new, at
 * most every 250 ms, and after a picture a pause of SHARE times as long as it took to draw. Pictures are drawn
 * without the lock, so that the end of the cell waits for none; one that comes too late is thrown away.
 */

/// The picture of a cell that still runs. Its place in the output, once it has one, is that of the
/// last picture too.
final class LivePicture {
    private static final long FIRST_NANOS = 1_000_000_000;
    private static final long PAUSE_NANOS = 250_000_000;
    private static final int SHARE = 10;
    private static final double LONGER =
            1.1; // also a cell that only waits has a picture that grows

    private static final ScheduledThreadPoolExecutor DRAWING = drawing();

    private final Supplier<@Nullable Trace> snapshot;
    private final Function<Trace, @Nullable MimeBundle> draw;
    private final CellOutput output;
    private final String id = UUID.randomUUID().toString();

    private boolean shown; // guarded by this
    private boolean over; // guarded by this
    private @Nullable ScheduledFuture<?> next; // guarded by this
    private long events; // of the last picture; the drawing thread only
    private long length; // of the last picture; the drawing thread only

    /// @param snapshot gives null when the trace has ended
    /// @param draw gives null for a trace that has no picture
    LivePicture(
            Supplier<@Nullable Trace> snapshot,
            Function<Trace, @Nullable MimeBundle> draw,
            CellOutput output) {
        this.snapshot = snapshot;
        this.draw = draw;
        this.output = output;
    }

    private static ScheduledThreadPoolExecutor drawing() {
        var e =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name("goloom-live").factory());
        e.setRemoveOnCancelPolicy(true);
        return e;
    }

    /// Begins to look, in a second.
    void start() {
        schedule(FIRST_NANOS);
    }

    private synchronized void schedule(long nanos) {
        if (!over) {
            next = DRAWING.schedule(this::look, nanos, TimeUnit.NANOSECONDS);
        }
    }

    private void look() {
        long begin = System.nanoTime();
        try {
            Trace trace = snapshot.get();
            if (trace == null) {
                return;
            }
            if (trace.size() != events || trace.duration() > length * LONGER) {
                events = trace.size();
                length = trace.duration();
                MimeBundle picture = draw.apply(trace);
                if (picture != null) {
                    show(picture);
                }
            }
            if (trace.dropped() > 0) {
                return; // its beginning is all that is drawn, and that changes no more
            }
        } catch (RuntimeException | OutOfMemoryError e) {
            Log.note("live picture", e);
            return; // the last picture comes all the same
        }
        schedule(Math.max(PAUSE_NANOS, SHARE * (System.nanoTime() - begin)));
    }

    private synchronized void show(MimeBundle picture) {
        if (!over) {
            place(picture);
        }
    }

    private void place(MimeBundle picture) {
        MimeBundle named = picture.withDisplayId(id);
        if (shown) {
            output.redraw(named);
        } else {
            shown = true;
            output.display(named);
        }
    }

    /// No picture of the running cell comes any more. Waits for nothing.
    synchronized void stop() {
        over = true;
        if (next != null) {
            next.cancel(false);
        }
    }

    /// Shows the last picture, in place of the others.
    synchronized void end(MimeBundle last) {
        stop();
        if (shown) {
            output.redraw(last.withDisplayId(id));
        } else {
            output.display(last);
        }
    }
}
