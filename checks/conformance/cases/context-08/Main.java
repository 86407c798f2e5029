import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    var ctx = Context.background();
    println(isNil(ctx.done()), ctx.err(), ctx.deadline().isPresent(), ctx);
}
