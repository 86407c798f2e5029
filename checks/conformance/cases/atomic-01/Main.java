import static goloom.runtime.Go.*;

void main() {
    var n = new AtomicLong();
    println(n.addAndGet(5), n.compareAndSet(5, 7), n.compareAndSet(5, 8), n.getAndSet(1), n.get());
}
