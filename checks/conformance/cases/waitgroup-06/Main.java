import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    var wg = new WaitGroup();
    for (int i : range(2)) {
        wg.add(1);
        go(wg::done);
        wg.await();
        println("round", i);
    }
}
