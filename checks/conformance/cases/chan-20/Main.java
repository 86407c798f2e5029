import static goloom.runtime.Go.*;

void main() {
    var a = chan(int.class);
    var b = chan(int.class);
    var c = a;
    println(a == b, a == c);
}
