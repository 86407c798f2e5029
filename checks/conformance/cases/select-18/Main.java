import static goloom.runtime.Go.*;

void main() {
    var ch = chan(int.class);
    var r = chan(String.class, 2);
    for (int _ : range(2)) {
        go(() -> select(
                onSend(ch, 1, () -> r.send("s")),
                onRecv(ch, () -> r.send("r"))));
    }
    String x = r.recv();
    String y = r.recv();
    println(!x.equals(y));
}
