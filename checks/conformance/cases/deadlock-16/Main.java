import static goloom.runtime.Go.*;

void main() {
    var ch = chan(int.class);
    go(() -> {
        ch.send(1);
        ch.send(2);
    });
    ch.recv();
    select();
}
