import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    Chan<Object> ch = Chan.make(1);
    ch.send(null);
    var r = ch.recvOk();
    println(r.value(), r.ok());
}
