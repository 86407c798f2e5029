import static goloom.runtime.Go.*;

void main() {
    int[] n = {0};
    var f = onceValue(() -> ++n[0]);
    println(f.get(), f.get(), n[0]);
}
