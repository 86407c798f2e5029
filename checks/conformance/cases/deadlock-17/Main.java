import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    var wg = new WaitGroup();
    var ch = chan(int.class);
    wg.add(1);
    go(() -> {
        try (var _ = defer(wg::done)) {
            ch.recv();
        }
    });
    wg.await();
}
