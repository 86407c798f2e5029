import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    go(() -> {
        println("Goroutine with anonymous function");
    });
    sleep(ofSeconds(1)); // Allows goroutine to complete
}
