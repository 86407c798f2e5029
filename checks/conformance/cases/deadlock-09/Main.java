import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    Chan<Integer> a = Chan.nil();
    Chan<Integer> b = null;
    select(onRecv(a), onSend(b, 1));
}
