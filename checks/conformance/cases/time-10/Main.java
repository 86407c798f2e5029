import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    var t = now();
    sleep(ofHours(-1));
    sleep(ZERO);
    println(between(t, now()).compareTo(ofSeconds(1)) < 0);
}
