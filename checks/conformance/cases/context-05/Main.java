import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    var p = Context.withCancel(Context.background());
    var ch = Context.withCancel(p);
    ch.cancel();
    println(p.err(), ch.err());
    try (var d = Context.withCancel(p)) {
        p.cancel();
        d.done().recv();
        println(d.err());
    }
}
