import static goloom.runtime.Go.*;

int i(String n) {
    println("index", n);
    return 0;
}

void main() {
    var a = chan(int.class, 1);
    a.send(7);
    var b = chan(int.class);
    int[] x = new int[1];
    select(
            onRecv(a, v -> {
                x[i("a")] = v;
                println(x[0]);
            }),
            onRecv(b, v -> x[i("b")] = v));
}
