import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    record K(String name) {}
    var ctx = Context.withValue(Context.background(), new K("a"), 1);
    ctx = Context.withValue(ctx, new K("b"), 2);
    println(
            ctx.value(new K("a")),
            ctx.value(new K("b")),
            ctx.value(new K("c")),
            ctx.value("a"));
}
