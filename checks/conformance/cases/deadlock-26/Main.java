import static goloom.runtime.Go.*;

void main() {
    var ch = chan(int.class);
    go(() -> ch.recv());
    goexit();
}
