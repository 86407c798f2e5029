import static goloom.runtime.Go.*;

void main() {
    var ch = chan(int.class);
    go(() -> {
        try (var _ = defer(ch::close)) {
            for (int i : range(3)) {
                ch.send(i);
            }
        }
    });
    int s = 0;
    for (int v : ch) {
        s += v;
    }
    println(s);
}
