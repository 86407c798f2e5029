import static goloom.runtime.Go.*;

void main() {
    record T(int n) {}
    var t = new T(1);
    var c = chan(int.class, 1);
    go((v, out) -> out.send(v.n()), t, c);
    t = new T(2);
    println(c.recv());
}
