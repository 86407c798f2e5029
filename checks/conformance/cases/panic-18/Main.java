void main() {
    System.err.println("fatal");
    System.exit(1);
}
