import static goloom.runtime.Go.*;

void main() {
    lockOSThread(); // Ensures this goroutine stays on the same OS thread
    try (var _ = defer(() -> unlockOSThread())) {
        println("This goroutine is locked to an OS thread");
    }
}
