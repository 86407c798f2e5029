import static goloom.runtime.Go.*;

void main() {
    for (int i : range(3)) {
        print(i, " ");
    }
    for (int _ : range(2)) {
        print("x");
    }
    println();
}
