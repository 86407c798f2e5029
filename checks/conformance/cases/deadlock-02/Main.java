import goloom.runtime.*;

void main() {
    Chan<Integer> ch = Chan.nil();
    ch.recv();
}
