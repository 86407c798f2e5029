import static goloom.runtime.Go.*;

void main() {
    int[] x = {0};
    var ch = chan(int.class);
    go(() -> {
        x[0] = 1;
        ch.close();
    });
    ch.recv();
    println(x[0]);
}
