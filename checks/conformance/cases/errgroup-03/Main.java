import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    var g = ErrGroup.withContext(Context.background());
    var ctx = g.context();
    g.go(() -> {});
    println(g.await(), ctx.err());
}
