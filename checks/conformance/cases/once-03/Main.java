import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    var o = new Once();
    try {
        o.run(() -> {
            throw panic("p");
        });
    } catch (RuntimeException e) {
        println("rec", recovered(e));
    }
    o.run(() -> println("again"));
    println("end");
}
