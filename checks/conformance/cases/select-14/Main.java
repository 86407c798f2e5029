import static goloom.runtime.Go.*;

void main() {
    var ch = chan(int.class, 3);
    for (int i : range(3)) {
        ch.send(i);
    }
    ch.close();
    int n = 0;
    for (int v : ch) {
        switch (select(onDefault())) {
            default:
                if (v == 1) {
                    break;
                }
                n++;
        }
    }
    println(n);
}
