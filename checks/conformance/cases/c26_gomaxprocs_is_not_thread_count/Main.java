import goloom.runtime.*;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;

GoRuntime runtime; // the one that runs this

void main() {
    sleep(ofMillis(20));
    println("threads > GOMAXPROCS:", runtime.threads() > gomaxprocs(0));
}
