import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    Chan<int[]> ch = Chan.make(1);
    int[] a = {1, 2};
    ch.send(a);
    a[0] = 9;
    println(ch.recv());
}
