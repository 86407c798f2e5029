import goloom.runtime.*;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;

GoRuntime runtime; // the one that runs this

void main() {
    var stop = signal();
    for (int _ : range(1000)) {
        go(() -> stop.recv());
    }
    sleep(ofMillis(50));
    println("goroutines", numGoroutine(), "threads less than 12:", runtime.threads() < 12);
    var end = new AtomicBoolean();
    for (int _ : range(8)) {
        go(() -> {
            while (!end.get()) {
                gosched();
            }
        });
    }
    sleep(ofMillis(100));
    println("with 8 busy goroutines: threads less than 12:", runtime.threads() < 12);
    end.set(true);
}
