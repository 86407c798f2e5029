import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    for (int _ : range(100000)) {
        var wg = new WaitGroup();
        go(() -> wg.await());
        wg.add(1);
        wg.done();
    }
    println("not hit");
}
