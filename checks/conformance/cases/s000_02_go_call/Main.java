import goloom.runtime.*;

import static goloom.runtime.Go.*;

Signal done = signal();

void myFunc() {
    println("myFunc");
    done.close();
}

void main() {
    go(() -> myFunc());
    done.recv();
}
