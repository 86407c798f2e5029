import static goloom.runtime.Go.*;

void main() {
    var ch = chan(int.class, 2);
    ch.send(10);
    ch.close();

    var r = ch.recvOk();
    println(r.value(), r.ok()); // 10 true

    r = ch.recvOk();
    println(r.value(), r.ok()); // 0 false (zero value, closed)
}
