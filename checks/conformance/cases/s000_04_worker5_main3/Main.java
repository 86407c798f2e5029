import goloom.runtime.*;

import static goloom.runtime.Go.*;

void worker(Chan<Integer> ch) {
    for (int i = 0; i < 5; i++) {
        println("Worker:", i);
        ch.send(i); // Send value to channel
    }
}

void main() {
    var ch = chan(int.class);
    go(() -> worker(ch)); // Start worker goroutine

    for (int i = 0; i < 3; i++) {
        int value = ch.recv(); // Receive value from channel
        println("Main:", value);
    }
}
