import goloom.runtime.*;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    var g = new ErrGroup();
    g.go(() -> {
        throw new Exception("e1");
    });
    g.go(() -> {
        sleep(ofMillis(3));
        throw new Exception("e2");
    });
    println(g.await());
}
