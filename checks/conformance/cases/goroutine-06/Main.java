import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    go(() -> {
        try (var _ = defer(() -> println("other deferred"))) {
            sleep(ofSeconds(1));
        }
    });
    sleep(ofMillis(5));
    throw panic("main");
}
