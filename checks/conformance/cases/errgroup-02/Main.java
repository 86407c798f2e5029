import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    var g = ErrGroup.withContext(Context.background());
    var ctx = g.context();
    g.go(() -> {
        throw new Exception("e1");
    });
    g.go(() -> {
        ctx.done().recv();
        throw ctx.err();
    });
    println(g.await(), ctx.err(), ctx.cause());
}
