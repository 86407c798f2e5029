import goloom.runtime.*;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    try (var ctx = Context.withTimeout(Context.background(), ofMillis(2))) {
        ctx.done().recv();
        println(ctx.err(), ctx.err() == Context.DEADLINE_EXCEEDED, ctx.err() instanceof IOException);
    }
}
