import goloom.runtime.*;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    try (var ctx = Context.withTimeout(Context.background(), ofNanos(-1))) {
        println(ctx.err());
    }
}
