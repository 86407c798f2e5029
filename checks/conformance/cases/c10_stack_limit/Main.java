import static goloom.runtime.Go.*;

int f(int n) {
    return f(n + 1) + 1;
}

void main() {
    try {
        println(f(0));
    } catch (RuntimeException e) {
        println("recovered", recovered(e));
    }
}
