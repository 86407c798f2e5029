import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    var ctx = Context.withCancel(Context.background());
    println(ctx.err());
    ctx.cancel();
    ctx.cancel();
    ctx.done().recv();
    println(ctx.err(), ctx.err() == Context.CANCELED);
}
