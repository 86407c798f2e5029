import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    var a = chan(int.class, 2);
    var b = chan(int.class, 1);
    a.send(1);
    a.send(2);
    b.send(3);
    a.close();
    b.close();
    int n = 0;
    while (!isNil(a) || !isNil(b)) {
        var inA = onRecv(a);
        var inB = onRecv(b);
        switch (select(inA, inB)) {
            case 0 -> {
                if (!inA.ok()) {
                    a = Chan.nil();
                } else {
                    n += inA.value();
                }
            }
            case 1 -> {
                if (!inB.ok()) {
                    b = Chan.nil();
                } else {
                    n += inB.value();
                }
            }
        }
    }
    println(n);
}
