import goloom.runtime.*;

import static goloom.runtime.Go.*;

GoRuntime runtime; // the one that runs this

void main() {
    println(runtime.goroutines().getFirst().header());
}
