import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    var g = new ErrGroup();
    for (int _ : range(3)) {
        g.go(() -> {});
    }
    println(g.await());
}
