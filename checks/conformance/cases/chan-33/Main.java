import goloom.runtime.*;

void main() {
    SendChan<Integer> s = Chan.nil();
    for (int _ : s) {}
}
