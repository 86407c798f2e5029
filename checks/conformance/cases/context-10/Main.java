import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    var ctx = Context.withCancel(Context.background());
    var d = chan(int.class);
    var stop = Context.afterFunc(ctx, () -> d.close());
    ctx.cancel();
    d.recv();
    println(stop.stop());
}
