import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    try {
        var ch = chan(int.class);
        ch.close();
        ch.send(1);
    } catch (RuntimeException e) {
        var r = recovered(e);
        println(r instanceof GoRuntimeError, r);
    }
}
