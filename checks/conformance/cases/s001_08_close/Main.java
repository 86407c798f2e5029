import static goloom.runtime.Go.*;

void main() {
    var ch = chan(int.class);
    ch.close();
    println(ch.recvOk().ok());
}
