import static goloom.runtime.Go.*;
import static java.time.Duration.*;

int tids(boolean lock) {
    var res = chan(int.class);
    go(() -> {
        var m = new HashSet<Integer>();
        if (lock) {
            lockOSThread();
        }
        try (var _ = defer(lock ? () -> unlockOSThread() : () -> {})) {
            for (int _ : range(200)) {
                m.add(threadId());
                sleep(ofNanos(100_000));
                gosched();
            }
        }
        res.send(m.size());
    });
    return res.recv();
}

void main() {
    for (int _ : range(4)) {
        go(() -> {
            for (; ; ) {
                gosched();
            }
        });
    }
    println("locked: threads used", tids(true));
    println("not locked: more than one thread used", tids(false) > 1);
}
