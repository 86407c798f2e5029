import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    var g = new ErrGroup();
    g.go(() -> {
        throw panic("in group");
    });
    println(g.await());
}
