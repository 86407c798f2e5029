import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void printNumbers() {
    for (int i = 1; i <= 5; i++) {
        println(i);
        sleep(ofMillis(500));
    }
}

void main() {
    go(() -> printNumbers()); // Runs concurrently
    go(() -> printNumbers()); // Another one

    sleep(ofSeconds(3)); // Wait for goroutines
    println("Main function done");
}
