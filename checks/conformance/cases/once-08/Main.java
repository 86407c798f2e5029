import static goloom.runtime.Go.*;

void main() {
    record Both(int n, Exception err) {}
    var f = onceValue(() -> {
        println("run");
        return new Both(1, new Exception("e"));
    });
    println(f.get().n(), f.get().err());
    println(f.get().n(), f.get().err());
}
