import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    var a = chan(int.class, 1);
    SendChan<Integer> s = a;
    RecvChan<Integer> r = a;
    s.send(5);
    println(r.recv());
}
