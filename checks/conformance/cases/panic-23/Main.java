import static goloom.runtime.Go.*;

void main() {
    try {
        throw panic("two\nlines");
    } catch (RuntimeException e) {
        panic(recovered(e));
    }
}
