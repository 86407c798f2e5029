import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    var a = chan(int.class);
    a.close();
    var m = new HashSet<Integer>();
    for (int _ : range(2000)) {
        var cs = new SelectCase[16];
        for (int i : range(16)) {
            cs[i] = onRecv(a);
        }
        m.add(select(cs));
    }
    println(m.size());
}
