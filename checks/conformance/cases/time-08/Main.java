import goloom.runtime.*;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    var t = new GoTicker(ofMillis(2));
    sleep(ofMillis(21));
    t.stop();
    int n = 0;
    while (select(onRecv(t.c()), onDefault()) == 0) {
        n++;
    }
    println(n);
}
