import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    Chan<Chan<Integer>> c = Chan.make(1);
    var d = chan(int.class, 1);
    c.send(d);
    c.recv().send(9);
    println(d.recv());
}
