import goloom.runtime.*;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    GoBody f = null;
    go(f);
    sleep(ofMillis(10));
}
