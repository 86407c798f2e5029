import static goloom.runtime.Go.*;

void main() {
    () -> {
        println("hiiii");
    };
}
