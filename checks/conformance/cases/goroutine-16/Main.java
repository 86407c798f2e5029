import static goloom.runtime.Go.*;

void main() {
    int[] x = {1};
    var d = chan(int.class);
    go(() -> {
        x[0]++;
        d.send(1);
    });
    d.recv();
    println(x[0]);
}
