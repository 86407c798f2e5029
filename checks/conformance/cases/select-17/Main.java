import static goloom.runtime.Go.*;

void main() {
    var ch = chan(int.class);
    select(onSend(ch, 1), onRecv(ch));
}
