import goloom.runtime.*;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    var ch = chan(int.class);
    Chan<Object> res = Chan.make();
    go(() -> {
        try {
            ch.send(1);
        } catch (RuntimeException e) {
            res.send(recovered(e));
        }
    });
    sleep(ofMillis(5));
    ch.close();
    println(res.recv());
}
