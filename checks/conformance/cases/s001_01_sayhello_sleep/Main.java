import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void sayHello() {
    println("Hello from Goroutine");
}

void main() {
    go(() -> sayHello()); // Starts a new Goroutine

    println("Main function");

    sleep(ofSeconds(1)); // Allow goroutine to complete
}
