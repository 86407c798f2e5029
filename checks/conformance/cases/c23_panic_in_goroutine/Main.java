import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    go(() -> {
        throw panic("boom");
    });
    sleep(ofSeconds(1));
}
