void main() {
    Map<String, Integer> m = null;
    m.put("a", 1);
}
