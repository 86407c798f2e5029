import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    go(() -> {
        for (int i = 0; i < 3; i++) {
            sleep(ofMillis(1));
        }
        System.exit(4);
    });
    select();
}
