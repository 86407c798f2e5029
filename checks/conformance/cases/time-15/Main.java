import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    println(ofMillis(1500), ofSeconds(90), ofNanos(250_000), ZERO);
}
