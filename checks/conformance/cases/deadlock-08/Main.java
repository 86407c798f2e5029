import static goloom.runtime.Go.*;

void main() {
    var a = chan(int.class);
    var b = chan(int.class);
    select(onRecv(a), onSend(b, 1));
}
