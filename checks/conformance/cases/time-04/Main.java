import goloom.runtime.*;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    var t = new GoTimer(ofMillis(1));
    sleep(ofMillis(10));
    println(len(t.c()), cap(t.c()));
}
