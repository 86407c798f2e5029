import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    var c = Context.withCancel(Context.withValue(Context.background(), 1, "v"));
    println(c.cause());
    c.cancel();
    println(c.value(1));
}
