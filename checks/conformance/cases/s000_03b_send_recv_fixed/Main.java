import static goloom.runtime.Go.*;

void main() {
    var ch = chan(int.class);
    go(() -> ch.send(42));
    int value = ch.recv();
    println(value);
}
