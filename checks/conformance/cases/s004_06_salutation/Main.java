import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    var wg = new WaitGroup();
    String[] salutation = {"hello"};
    wg.add(1);
    go(() -> {
        try (var _ = defer(wg::done)) {
            salutation[0] = "welcome";
        }
    });
    wg.await();
    println(salutation[0]);
}
