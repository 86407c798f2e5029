import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    var ctx = Context.withCancelCause(Context.background());
    ctx.cancel(new Exception("why"));
    println(ctx.err(), ctx.cause());
    ctx.cancel(new Exception("late"));
    println(ctx.cause());
}
