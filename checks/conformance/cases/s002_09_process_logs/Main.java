import goloom.runtime.*;

import static goloom.runtime.Go.*;

Chan<String> lines = chan(String.class);
Chan<Integer> done = chan(int.class);

void processLogs() {
    int n = 0;
    for (var _ : lines) {
        n++;
    }
    done.send(n);
}

void main() {
    go(() -> processLogs());
    for (int i : range(10)) {
        lines.send(sprint("line ", i));
    }
    lines.close();
    println(done.recv());
}
