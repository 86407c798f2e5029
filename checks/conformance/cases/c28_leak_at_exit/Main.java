import goloom.runtime.*;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void worker(Chan<Integer> ch) {
    for (int i = 0; i < 5; i++) {
        ch.send(i);
    }
}

void main() {
    var ch = chan(int.class);
    go(() -> worker(ch));
    for (int i = 0; i < 3; i++) {
        println("Main:", ch.recv());
    }
    sleep(ofMillis(10));
    println("goroutines", numGoroutine());
}
