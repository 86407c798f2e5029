import static goloom.runtime.Go.*;

int f() {
    throw panic("v");
}

void main() {
    var ch = chan(int.class, 1);
    try {
        ch.send(f());
    } catch (RuntimeException e) {
        println(recovered(e), ch.len());
    }
}
