import goloom.runtime.*;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    var g = new ErrGroup();
    g.setLimit(1);
    g.go(() -> sleep(ofSeconds(1)));
    g.setLimit(2);
}
