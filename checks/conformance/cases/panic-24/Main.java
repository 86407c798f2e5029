import static goloom.runtime.Go.*;

void careful() {
    try {
        throw panic("first");
    } catch (RuntimeException e) {
        println("recovered", recovered(e));
    }
}

void main() {
    careful();
    panic("second");
}
