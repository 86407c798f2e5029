import goloom.runtime.*;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    var t = now();
    var wg = new WaitGroup();
    for (int _ : range(10)) {
        wg.go(() -> sleep(ofMillis(100)));
    }
    wg.await();
    println("under 300 ms:", between(t, now()).compareTo(ofMillis(300)) < 0);
}
