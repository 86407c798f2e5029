import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    try {
        go(() -> {
            throw panic("boom");
        });
        sleep(ofSeconds(1));
    } catch (RuntimeException e) {
        println("rec", recovered(e));
    }
}
