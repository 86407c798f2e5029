import goloom.runtime.*;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    var a = new Mutex();
    var b = new Mutex();
    var done = chan(int.class);
    go(() -> {
        a.lock();
        sleep(ofMillis(5));
        b.lock();
        done.send(1);
    });
    b.lock();
    sleep(ofMillis(5));
    a.lock();
    done.recv();
}
