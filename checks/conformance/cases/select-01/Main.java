import static goloom.runtime.Go.*;

void main() {
    var ch = chan(int.class);
    select(
            onRecv(ch, v -> println(v)),
            onDefault(() -> println("default")));
}
