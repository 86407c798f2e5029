import static goloom.runtime.Go.*;

void main() {
    int[] x = {0};
    var ch = chan(int.class);
    go(() -> {
        x[0] = 1;
        ch.recv();
    });
    ch.send(0);
    println(x[0]);
}
