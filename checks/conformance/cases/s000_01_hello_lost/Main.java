import static goloom.runtime.Go.*;

void main() {
    go(() -> hello());
}

void hello() {
    println("It's most likely you will never see this.");
}
