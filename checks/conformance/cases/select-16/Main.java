import static goloom.runtime.Go.*;
import static java.time.Duration.*;

void main() {
    var a = chan(int.class);
    var b = chan(int.class);
    var res = chan(String.class);
    go(() -> select(
            onRecv(a, () -> res.send("a")),
            onRecv(b, () -> res.send("b"))));
    sleep(ofMillis(5));
    b.send(1);
    println(res.recv());
    select(
            onSend(a, 1, () -> println("a taken")),
            onDefault(() -> println("a not taken")));
}
