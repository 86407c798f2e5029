import goloom.runtime.*;

import static goloom.runtime.Go.*;

void f(GoBody g) throws Exception {
    try {
        g.run();
    } catch (RuntimeException e) {
        println(recovered(e));
    }
}

void main() throws Exception {
    f(() -> {
        int[] p = null;
        p[0] = 1;
    });
    f(() -> {
        int[] a = {};
        int i = 5;
        println(a[i]);
    });
    f(() -> {
        int z = 0;
        println(1 / z);
    });
    f(() -> {
        Map<Integer, Integer> m = null;
        m.put(1, 1);
    });
    f(() -> {
        Object x = "s";
        println((Integer) x);
    });
}
