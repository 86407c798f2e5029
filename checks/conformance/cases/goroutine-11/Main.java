import static goloom.runtime.Go.*;

void main() {
    Supplier<Integer> f = () -> 1;
    go(() -> f.get());
    println("ok");
}
