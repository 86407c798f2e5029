import goloom.runtime.*;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    var t = new GoTicker(ofHours(1));
    go(() -> {
        sleep(ofMillis(20));
        println("still waiting");
        System.exit(3);
    });
    select();
}
