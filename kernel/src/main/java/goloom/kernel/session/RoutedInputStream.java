package goloom.kernel.session;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;

/// `System.in`: each line is asked for when the one before it has been read. Closing it does
/// nothing, so that a `Scanner` in a try block does not end the input of later cells.
final class RoutedInputStream extends InputStream {
    private final OutputRouter router;
    private final ReentrantLock lock = new ReentrantLock();
    private byte[] line = {}; // guarded by lock
    private int at; // guarded by lock

    RoutedInputStream(OutputRouter router) {
        this.router = router;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        lock.lock();
        try {
            if (at == line.length) {
                line = (router.readLine() + '\n').getBytes(StandardCharsets.UTF_8);
                at = 0;
            }
            int n = Math.min(length, line.length - at);
            System.arraycopy(line, at, into, offset, n);
            at += n;
            return n;
        } catch (EOFException _) {
            return -1;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int available() {
        lock.lock();
        try {
            return line.length - at;
        } finally {
            lock.unlock();
        }
    }
}
