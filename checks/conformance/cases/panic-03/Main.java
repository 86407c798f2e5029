import static goloom.runtime.Go.*;

void main() {
    record T(int a) {}
    try {
        throw panic(new T(1));
    } catch (RuntimeException e) {
        println(recovered(e));
        panic(42);
    }
}
