import static goloom.runtime.Go.*;

void main() {
    var ch = chan(String.class);
    ch.close();
    var r = ch.recvOk();
    printf("%q %v\n", r.value(), r.ok());
    r = ch.recvOk();
    printf("%q %v\n", r.value(), r.ok());
}
