import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    var wg = new WaitGroup();
    GoBody sayHello = () -> {
        try (var _ = defer(wg::done)) {
            println("hello");
        }
    };
    wg.add(1);
    go(sayHello);
    wg.await();
}
