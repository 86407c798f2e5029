import goloom.runtime.*;

import static goloom.runtime.Go.*;

Chan<Integer> f(String n, Chan<Integer> c) {
    println("chan", n);
    return c;
}

int v(String n) {
    println("value", n);
    return 1;
}

void main() {
    var a = chan(int.class, 1);
    var b = chan(int.class);
    select(
            onSend(f("a", a), v("a"), () -> println("sent")),
            onRecv(f("b", b), () -> println("recv")),
            onSend(f("nil", null), v("nil")));
}
