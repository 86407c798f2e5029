import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    var o = new Once();
    for (int _ : range(3)) {
        o.run(() -> println("once"));
    }
}
