import static goloom.runtime.Go.*;

void main() {
    var a = chan(int.class);
    a.close();
    int n = 0;
    for (int _ : range(10000)) {
        if (select(onRecv(a), onRecv(a)) == 0) {
            n++;
        }
    }
    println(n > 4500 && n < 5500);
}
