import goloom.runtime.*;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    var o = new Once();
    var x = new AtomicInteger();
    go(() -> o.run(() -> {
        sleep(ofMillis(10));
        x.set(1);
    }));
    sleep(ofMillis(2));
    o.run(() -> {});
    println(x.get());
}
