import goloom.runtime.*;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    var t = new GoTicker(ofMillis(2));
    sleep(ofMillis(21));
    t.reset(ofHours(1));
    int n = 0;
    var u = new GoTicker(ofMillis(2));
    sleep(ofMillis(21));
    var a = now();
    u.c().recv();
    println(between(a, now()).compareTo(ofMillis(1)) < 0, n);
}
