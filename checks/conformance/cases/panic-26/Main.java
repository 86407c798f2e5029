import static goloom.runtime.Go.*;

void second() {
    try {
        int zero = 0;
        println(1 / zero);
    } catch (RuntimeException e) {
        panic(new Exception(sprint("second: ", recovered(e)), e));
    }
}

void main() {
    try {
        second();
    } catch (RuntimeException e) {
        panic(new Exception(sprint("third: ", recovered(e)), e));
    }
}
