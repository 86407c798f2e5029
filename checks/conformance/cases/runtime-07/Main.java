import static goloom.runtime.Go.*;

void main() {
    println("goroutine 7 [chan receive, 2 minutes]:");
}
