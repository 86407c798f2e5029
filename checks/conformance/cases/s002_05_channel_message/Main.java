import goloom.runtime.*;

import static goloom.runtime.Go.*;

void sendMessage(Chan<String> ch) {
    ch.send("Hello from Goroutine!");
}

void main() {
    var ch = chan(String.class); // Create a channel

    go(this::sendMessage, ch);

    String msg = ch.recv(); // Receive message from channel
    println(msg);
}
