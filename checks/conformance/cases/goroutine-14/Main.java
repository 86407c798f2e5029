void main() {
    () -> {};
}
