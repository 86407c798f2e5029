import goloom.runtime.*;

void main() {
    RecvChan<Integer> r = Chan.nil();
    r.send(1);
}
