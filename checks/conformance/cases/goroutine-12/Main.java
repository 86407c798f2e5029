import static goloom.runtime.Go.*;

void main() {
    gomaxprocs(1);
    go(() -> println("g"));
    println("main");
    gosched();
}
