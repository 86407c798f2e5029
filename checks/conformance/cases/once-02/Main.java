import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    var o = new Once();
    o.run(() -> println("a"));
    o.run(() -> println("b"));
}
