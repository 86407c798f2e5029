import static goloom.runtime.Go.*;

int f(int n) {
    return n == 0 ? 0 : f(n - 1) + 1;
}

void main() {
    var c = chan(int.class);
    go(() -> c.send(f(1_000_000)));
    println(c.recv());
}
