import goloom.runtime.*;

import static goloom.runtime.Go.*;

int g() {
    println("value");
    return 1;
}

void main() {
    Chan<Integer> ch = Chan.nil();
    ch.send(g());
}
