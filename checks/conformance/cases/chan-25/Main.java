import goloom.runtime.*;

import static goloom.runtime.Go.*;

Chan<Integer> f() {
    println("chan");
    return chan(int.class, 1);
}

int g() {
    println("value");
    return 1;
}

void main() {
    f().send(g());
}
