import static goloom.runtime.Go.*;

void main() {
    var f = onceFunc(() -> {
        println("run");
        throw panic("p");
    });
    for (int _ : range(2)) {
        try {
            f.run();
        } catch (Exception e) {
            println(recovered(e));
        }
    }
}
