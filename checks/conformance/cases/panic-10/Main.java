import static goloom.runtime.Go.*;

void main() {
    int x = 1;
    int atDefer = x;
    try (var _ = defer(() -> println("d", atDefer))) {
        x = 2;
        println(x);
    }
}
