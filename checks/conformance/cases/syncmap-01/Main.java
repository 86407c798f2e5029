import static goloom.runtime.Go.*;

void loadOrStore(ConcurrentHashMap<String, Integer> m, String k, int v) {
    Integer old = m.putIfAbsent(k, v);
    println(old == null ? v : old, old != null);
}

void main() {
    var m = new ConcurrentHashMap<String, Integer>();
    loadOrStore(m, "a", 1);
    loadOrStore(m, "a", 2);
    println(m.remove("a"), true);
    println(m.get("a"), m.containsKey("a"));
    m.put("b", 1);
    m.clear();
    println(m.size());
}
