import static goloom.runtime.Go.*;

void main() {
    var ch = chan(int.class);
    ch.send(1);
}
