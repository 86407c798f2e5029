import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void printNumbers() {
    for (int i = 1; i <= 5; i++) {
        println(i);
        sleep(ofMillis(500));
    }
}

void printLetters() {
    for (char c = 'A'; c <= 'E'; c++) {
        println(c);
        sleep(ofMillis(500));
    }
}

void main() {
    go(() -> printNumbers());
    go(() -> printLetters());
    sleep(ofSeconds(3)); // Wait for goroutines to finish
}
