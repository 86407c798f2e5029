import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    var c = chan(int.class);
    afterFunc(ofMillis(1), () -> c.send(numGoroutine()));
    println(c.recv());
    var t = afterFunc(ofHours(1), () -> {});
    println(t.stop(), isNil(t.c()));
}
