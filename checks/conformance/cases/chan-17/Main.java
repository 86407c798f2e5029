import goloom.runtime.*;

import static goloom.runtime.Go.*;

void f(GoBody g) throws Exception {
    try {
        g.run();
    } catch (RuntimeException e) {
        println(recovered(e));
    }
}

void main() throws Exception {
    var ch = chan(int.class);
    ch.close();
    Chan<Integer> z = Chan.nil();
    f(() -> ch.close());
    f(() -> z.close());
}
