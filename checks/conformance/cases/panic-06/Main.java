import static goloom.runtime.Go.*;

void main() {
    try (var _ = defer(() -> panic("second"))) {
        throw panic("first");
    }
}
