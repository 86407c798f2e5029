import static goloom.runtime.Go.*;

void main() {
    var a = chan(int.class);
    var b = chan(int.class);
    a.close();
    b.close();
    int n = 0;
    for (int _ : range(10000)) {
        if (select(onRecv(a), onRecv(b)) == 0) {
            n++;
        }
    }
    println(n > 4500 && n < 5500);
}
