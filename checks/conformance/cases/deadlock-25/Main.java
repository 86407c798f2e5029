import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    go(() -> {
        sleep(ofMillis(5));
        println("other done");
    });
    goexit();
}
