import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    RecvChan<Integer> r = Chan.nil();
    close(r);
}
