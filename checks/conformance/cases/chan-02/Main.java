import static goloom.runtime.Go.*;

void main() {
    var ch = chan(int.class);
    ch.close();
    ch.close();
}
