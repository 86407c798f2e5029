import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    var ch = chan(int.class);
    println(numGoroutine());
    for (int _ : range(3)) {
        go(() -> ch.recv());
    }
    println(numGoroutine());
    ch.close();
    sleep(ofMillis(5));
    println(numGoroutine());
}
