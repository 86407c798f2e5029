import goloom.runtime.*;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    var t = new GoTicker(ofHours(1));
    t.stop();
    select(
            onRecv(t.c(), (_, ok) -> println("got", ok)),
            onDefault(() -> println("blocked")));
}
