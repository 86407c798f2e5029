import goloom.runtime.*;

void main() {
    Chan<Integer> ch = Chan.nil();
    for (int _ : ch) {}
}
