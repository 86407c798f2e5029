import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    var ch1 = chan(String.class);
    var ch2 = chan(String.class);

    go(() -> {
        sleep(ofSeconds(2));
        ch1.send("Message from Channel 1");
    });

    go(() -> {
        sleep(ofSeconds(1));
        ch2.send("Message from Channel 2");
    });

    select(
            onRecv(ch1, msg1 -> println(msg1)),
            onRecv(ch2, msg2 -> println(msg2)));
}
