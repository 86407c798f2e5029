import goloom.runtime.*;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    var t = new GoTimer(ofHours(1));
    println(t.reset(ofMillis(1)));
    t.c().recv();
    println(t.reset(ofMillis(1)));
    t.c().recv();
    println("fired");
}
