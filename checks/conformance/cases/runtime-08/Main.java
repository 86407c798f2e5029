import goloom.runtime.*;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;

GoRuntime runtime; // the one that runs this

void main() {
    go(() -> {
        lockOSThread();
        select();
    });
    sleep(ofMillis(5));
    for (GoroutineDump g : runtime.goroutines()) {
        if (g.header().contains("locked")) {
            println(g.header().substring(g.header().indexOf('[')));
        }
    }
}
