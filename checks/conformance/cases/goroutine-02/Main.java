import static goloom.runtime.Go.*;

void main() {
    int x = 1;
    var c = chan(int.class, 1);
    go(v -> c.send(v), x);
    x = 2;
    println(c.recv());
}
