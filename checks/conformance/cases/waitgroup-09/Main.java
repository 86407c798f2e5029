import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    var wg = new WaitGroup();
    wg.go(() -> {
        throw panic("inside");
    });
    wg.await();
}
