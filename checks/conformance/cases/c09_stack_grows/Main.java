import static goloom.runtime.Go.*;

int deep(int n) {
    byte[] pad = new byte[64];
    pad[n % 64] = 1;
    if (n == 0) {
        return pad[0];
    }
    return deep(n - 1) + pad[1] * 0;
}

void main() {
    var done = chan(int.class);
    go(() -> done.send(deep(1_000_000)));
    println("depth 1000000 ok", done.recv());
}
