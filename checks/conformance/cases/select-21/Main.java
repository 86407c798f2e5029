import static goloom.runtime.Go.*;

void main() {
    var hi = chan(int.class, 1);
    var lo = chan(int.class, 1);
    hi.send(1);
    lo.send(2);
    select(
            onRecv(hi, v -> println(v)),
            onDefault(() -> select(
                    onRecv(hi, v -> println(v)),
                    onRecv(lo, v -> println(v)))));
}
