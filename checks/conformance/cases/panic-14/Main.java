import static goloom.runtime.Go.*;

void main() {
    int[] a = {1};
    int i = 5;
    println(a[i]);
}
