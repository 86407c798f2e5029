import static goloom.runtime.Go.*;

void main() {
    try (var d = defers()) {
        for (int i : range(3)) {
            d.add(() -> println("d", i));
        }
        throw panic("x");
    } catch (RuntimeException e) {
        recovered(e);
    }
}
