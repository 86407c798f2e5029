import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    gomaxprocs(1);
    var wg = new WaitGroup();
    for (int i = 1; i <= 5; i++) {
        int n = i;
        wg.add(1);
        go(() -> {
            try (var _ = defer(wg::done)) {
                print(n, " ");
            }
        });
    }
    wg.await();
    println();
}
