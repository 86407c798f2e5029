import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    Chan<Integer> ch = null;
    select(
            onRecv(ch, () -> println("got")),
            onSend(ch, 1, () -> println("sent")),
            onDefault(() -> println("default")));
}
