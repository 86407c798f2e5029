import goloom.runtime.*;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    try (var ctx = Context.withTimeoutCause(
            Context.background(), ofMillis(1), new Exception("slow"))) {
        ctx.done().recv();
        println(ctx.err(), ctx.cause());
    }
}
