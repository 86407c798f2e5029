import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    go(() -> select());
    sleep(ofMillis(2));
    throw panic("only me");
}
