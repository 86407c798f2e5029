import static goloom.runtime.Go.*;

void main() {
    var ch = chan(int.class, 5);
    for (int i : range(5)) {
        ch.send(i);
    }
    int n = 0;
    D:
    for (; ; ) {
        switch (select(onRecv(ch), onDefault())) {
            case 0 -> n++;
            default -> {
                break D;
            }
        }
    }
    println(n);
}
