import static goloom.runtime.Go.*;

void main() {
    try {
        throw panic(new Exception("boom"));
    } catch (RuntimeException e) {
        panic(recovered(e));
    }
}
