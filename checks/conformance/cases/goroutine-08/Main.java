import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    try (var _ = defer(() -> println("deferred"))) {
        go(() -> sleep(ofHours(1)));
        System.exit(3);
    }
}
