import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    Chan<Integer> ch = Chan.nil();
    println(ch.recv());
}
