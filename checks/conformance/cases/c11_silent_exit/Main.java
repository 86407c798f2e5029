import static goloom.runtime.Go.*;
import static java.time.Duration.*;

int answer() {
    return 42;
}

void main() {
    go(() -> answer()); // result is discarded
    println(numGoroutine());
    sleep(ofMillis(10));
    println(numGoroutine());
}
