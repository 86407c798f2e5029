import static goloom.runtime.Go.*;

void main() {
    int zero = 0;
    try {
        println(1 / zero);
    } catch (RuntimeException e) {
        panic(recovered(e));
    }
}
