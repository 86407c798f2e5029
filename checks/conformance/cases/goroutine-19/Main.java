int f(int n) {
    return f(n + 1) + 1;
}

void main() {
    f(0);
}
