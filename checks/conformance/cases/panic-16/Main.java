import static goloom.runtime.Go.*;

void main() {
    record X(int x) {}
    try (var _ = defer(() -> panic(new Exception("wrapped: inner")))) {
        throw panic(new X(1));
    }
}
