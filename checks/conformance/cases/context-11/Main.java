import goloom.runtime.*;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    var ctx = Context.withCancel(Context.background());
    var stop = Context.afterFunc(ctx, () -> println("never"));
    println(stop.stop(), stop.stop());
    ctx.cancel();
    sleep(ofMillis(2));
}
