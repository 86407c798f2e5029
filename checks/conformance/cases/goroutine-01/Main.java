import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    go(() -> {
        sleep(ofHours(1));
        println("never");
    });
    println("main ends");
}
