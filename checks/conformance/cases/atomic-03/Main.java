import static goloom.runtime.Go.*;

void main() {
    var n = new AtomicInteger(6);
    println(n.getAndUpdate(x -> x & 3), n.getAndUpdate(x -> x | 8), n.get());
}
