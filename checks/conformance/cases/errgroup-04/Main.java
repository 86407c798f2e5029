import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    var g = new ErrGroup();
    g.setLimit(1);
    var s = chan(int.class);
    g.go(() -> s.recv());
    println(g.tryGo(() -> {}));
    s.close();
    println(g.await());
}
