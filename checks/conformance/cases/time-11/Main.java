import goloom.runtime.*;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    var wg = new WaitGroup();
    for (int d : new int[] {30, 10, 20}) {
        wg.go(() -> {
            sleep(ofMillis(d));
            print(d, " ");
        });
    }
    wg.await();
    println();
}
