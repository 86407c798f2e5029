import static goloom.runtime.Go.*;

void main() {
    try {
        throw panic(new Exception("first"));
    } catch (RuntimeException e) {
        panic(new Exception(sprint("again: ", recovered(e)), e));
    }
}
