package goloom.kernel.maven;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferCancelledException;
import org.eclipse.aether.transfer.TransferEvent;

/// Says how far downloads are, five times a second at most.
final class Downloads extends AbstractTransferListener {
    private static final long PAUSE_NANOS = 200_000_000;

    private final Progress progress;
    private final Map<String, String> running = new ConcurrentSkipListMap<>();
    private final AtomicLong lastShown = new AtomicLong(System.nanoTime());

    Downloads(Progress progress) {
        this.progress = progress;
    }

    @Override
    public void transferProgressed(TransferEvent event) throws TransferCancelledException {
        if (progress.isStopped()) {
            throw new TransferCancelledException("interrupted");
        }
        long total = event.getResource().getContentLength();
        long done = event.getTransferredBytes();
        running.put(
                name(event),
                total > 0
                        ? String.format(Locale.ROOT, "%d %% of %s", 100 * done / total, size(total))
                        : size(done));
        long last = lastShown.get();
        long now = System.nanoTime();
        if (now - last >= PAUSE_NANOS && lastShown.compareAndSet(last, now)) {
            progress.show(
                    "fetching "
                            + running.entrySet().stream()
                                    .map(e -> e.getKey() + " (" + e.getValue() + ")")
                                    .collect(Collectors.joining(", ")));
        }
    }

    @Override
    public void transferSucceeded(TransferEvent event) {
        running.remove(name(event));
    }

    @Override
    public void transferFailed(TransferEvent event) {
        running.remove(name(event));
    }

    private static String name(TransferEvent event) {
        String path = event.getResource().getResourceName();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String size(long bytes) {
        return bytes < 1 << 20
                ? String.format(Locale.ROOT, "%,d KB", bytes / 1024)
                : String.format(Locale.ROOT, "%.1f MB", bytes / (double) (1 << 20));
    }
}
