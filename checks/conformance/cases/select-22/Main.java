import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    var ch = chan(int.class);
    ch.close();
    SelectCase[] cases = {onRecv(ch)};
    int i = select(cases);
    var in = (SelectCase.Recv<?>) cases[i];
    println(i, in.value(), in.ok());
}
