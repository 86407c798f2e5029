import static goloom.runtime.Go.*;

void main() {
    var ch = chan(int.class);
    go(() -> {
        for (int i : range(2)) {
            print("s", i, " ");
            ch.send(i);
        }
        ch.close();
    });
    for (int v : ch) {
        print("r", v, " ");
    }
    println();
}
