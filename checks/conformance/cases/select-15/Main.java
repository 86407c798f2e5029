import static goloom.runtime.Go.*;

void main() {
    var ch = chan(int.class, 3);
    for (int i : range(3)) {
        ch.send(i);
    }
    int n = 0;
    L:
    for (; ; ) {
        var in = onRecv(ch);
        switch (select(in)) {
            default:
                if (in.value() == 1) {
                    break L;
                }
                n++;
        }
    }
    println(n, ch.len());
}
