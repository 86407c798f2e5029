import static goloom.runtime.Go.*;

void main() {
    try {
        throw panic("first");
    } catch (RuntimeException e) {
        panic(sprint("again ", recovered(e)));
    }
}
