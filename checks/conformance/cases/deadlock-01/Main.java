import goloom.runtime.*;

void main() {
    Chan<Integer> ch = Chan.nil();
    ch.send(1);
}
