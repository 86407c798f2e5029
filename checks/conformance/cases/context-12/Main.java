import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    var p = Context.withCancel(Context.background());
    var w = Context.withoutCancel(p);
    p.cancel();
    println(w.err(), isNil(w.done()));
}
