import static goloom.runtime.Go.*;

void second() {
    try {
        throw panic("second");
    } catch (RuntimeException e) {
        panic(recovered(e));
    }
}

void main() {
    try (var _ = defer(() -> second())) {
        throw panic("first");
    }
}
