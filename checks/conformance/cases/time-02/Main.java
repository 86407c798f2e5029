import goloom.runtime.*;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    var t = new GoTimer(ofHours(1));
    println(t.stop(), t.stop());
    var u = new GoTimer(ZERO);
    u.c().recv();
    println(u.stop());
}
