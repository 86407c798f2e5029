import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    var wg = new WaitGroup();
    int[] counter = {0};
    for (int _ : range(2)) {
        wg.add(1);
        go(() -> {
            try (var _ = defer(wg::done)) {
                for (int _ : range(1000)) {
                    counter[0]++;
                }
            }
        });
    }
    wg.await();
    println("from 2 to 2000:", counter[0] >= 2 && counter[0] <= 2000);
}
