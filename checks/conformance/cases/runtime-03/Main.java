import static goloom.runtime.Go.*;

void main() {
    gomaxprocs(1);
    for (int i : range(3)) {
        go(() -> print("g", i, " "));
    }
    gosched();
    println("main");
}
