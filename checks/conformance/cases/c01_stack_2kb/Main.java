import static goloom.runtime.Go.*;

void main() {
    int n = 20_000;
    var stop = signal();
    var ready = signal(n);
    System.gc();
    long before = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    for (int _ : range(n)) {
        go(() -> {
            ready.send();
            stop.recv();
        });
    }
    for (int _ : range(n)) {
        ready.recv();
    }
    System.gc();
    long after = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    println("goroutines", numGoroutine() - 1);
    println("less than 8 KB each:", (after - before) / n < 8192);
    stop.close();
}
