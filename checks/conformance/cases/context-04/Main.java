import goloom.runtime.*;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    var ctx = Context.withTimeout(Context.background(), ofMillis(1));
    ctx.done().recv();
    ctx.cancel();
    println(ctx.err());
}
