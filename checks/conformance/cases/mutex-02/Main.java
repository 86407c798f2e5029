import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    try {
        var mu = new Mutex();
        mu.unlock();
    } catch (RuntimeException e) {
        println("rec", recovered(e));
    }
}
