package goloom.kernel.display;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Reads objects that somebody else may hold locked or may be changing: never for long, and one
/// that was not to be had is not asked again before it has answered.
final class Guarded {
    private static final int PATIENCE_MS = 100;

    private static final ExecutorService THREADS =
            Executors.newCachedThreadPool(
                    Thread.ofPlatform().daemon().name("goloom-reader-", 0).factory());
    private static final List<Late> LATE = new CopyOnWriteArrayList<>();

    private record Late(WeakReference<Object> object, Future<?> answer) {}

    private Guarded() {}

    /// It cannot be read now; the message says why.
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String why) {
            super(why);
        }
    }

    /// Asks an object something.
    static <T> T read(Object object, Callable<T> question) throws Unreadable {
        LATE.removeIf(late -> late.answer().isDone());
        if (LATE.stream().anyMatch(late -> late.object().refersTo(object))) {
            throw new Unreadable("locked");
        }
        Future<T> answer = THREADS.submit(question);
        try {
            return answer.get(PATIENCE_MS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LATE.add(new Late(new WeakReference<>(object), answer));
            throw new Unreadable("locked");
        } catch (ExecutionException e) {
            // Usually a ConcurrentModificationException: a goroutine changes it.
            throw new Unreadable(String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreadable("interrupted");
        }
    }
}
