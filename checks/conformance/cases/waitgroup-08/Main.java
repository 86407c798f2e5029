import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    for (int _ : range(200000)) {
        var wg = new WaitGroup();
        wg.add(1);
        go(() -> wg.await());
        go(() -> wg.await());
        gosched();
        wg.done();
        wg.add(1);
        wg.done();
    }
    println("not hit");
}
