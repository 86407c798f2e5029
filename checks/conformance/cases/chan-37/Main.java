import goloom.runtime.*;

import static goloom.runtime.Go.*;

void main() {
    SendChan<Integer> ch = chan(int.class);
    RecvChan<String> nil = Chan.nil();
    Chan<Chan<Integer>> chans = Chan.make();
    printf("%T %T %T %v\n", ch, nil, chans, !isNil(ch));
}
