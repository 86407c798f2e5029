import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    Chan<Integer> ch = Chan.nil();
    println(isNil(ch), len(ch), cap(ch));
    ch = chan(int.class);
    println(isNil(ch), len(ch), cap(ch));
}
