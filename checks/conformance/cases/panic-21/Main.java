import static goloom.runtime.Go.*;

void main() {
    try {
        try {
            throw panic("same");
        } catch (RuntimeException e) {
            panic(recovered(e));
        }
    } catch (RuntimeException e) {
        panic(recovered(e));
    }
}
