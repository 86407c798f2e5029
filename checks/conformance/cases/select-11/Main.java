import static goloom.runtime.Go.*;

void main() {
    var a = chan(int.class);
    a.close();
    int[] n = new int[3];
    for (int _ : range(10000)) {
        n[select(onRecv(a), onRecv(a), onRecv(a))]++;
    }
    boolean ok = true;
    for (int x : n) {
        ok = ok && x > 2800 && x < 3900;
    }
    println(ok);
}
