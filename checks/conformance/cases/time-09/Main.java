import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    println(isNil(tick(ZERO)));
}
