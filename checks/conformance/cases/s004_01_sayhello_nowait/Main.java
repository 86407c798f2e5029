import static goloom.runtime.Go.*;

void main() {
    go(() -> sayHello());
    // continue doing other things
}

void sayHello() {
    println("hello");
}
