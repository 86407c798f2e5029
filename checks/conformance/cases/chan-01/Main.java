import static goloom.runtime.Go.*;

void main() {
    var ch = chan(int.class, 1);
    ch.close();
    ch.send(1);
}
