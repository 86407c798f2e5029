import static goloom.runtime.Go.*;

void main() {
    try {
        throw panic("same");
    } catch (RuntimeException e) {
        panic(recovered(e));
    }
}
