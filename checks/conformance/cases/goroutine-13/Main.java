import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    gomaxprocs(1);
    var wg = new WaitGroup();
    for (int i : range(5)) {
        wg.go(() -> print(i, " "));
    }
    wg.await();
    println();
}
