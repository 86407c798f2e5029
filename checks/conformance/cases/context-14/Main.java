import goloom.runtime.*;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    try (var p = Context.withTimeout(Context.background(), ofMillis(2));
            var q = Context.withTimeout(p, ofHours(1))) {
        q.done().recv();
        println(q.err());
    }
}
