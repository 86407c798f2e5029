import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    try {
        var wg = new WaitGroup();
        wg.done();
    } catch (RuntimeException e) {
        printf("%T %v\n", recovered(e), "x");
    }
}
