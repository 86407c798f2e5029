import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    gomaxprocs(1);
    go(() -> {
        for (; ; ) {}
    });
    sleep(ofMillis(20));
    println("main still runs");
}
