import static goloom.runtime.Go.*;

void main() {
    var ch = chan(int.class);
    go(() -> {
        for (int i = 1; i <= 5; i++) {
            ch.send(i);
        }
    });
    for (int v : ch) {
        println(v);
    }
}
