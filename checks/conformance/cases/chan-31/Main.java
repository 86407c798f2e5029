import goloom.runtime.*;

void main() {
    SendChan<Integer> s = Chan.nil();
    s.recv();
}
