import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    GoBody sayHello = () -> {
        println("hello");
    };
    go(sayHello);
    // continue doing other things
}
