import static goloom.runtime.Go.*;

void abandoned() {
    var ch = chan(int.class); // no one else holds ch
    go(() -> ch.recv());
}

void main() {
    for (int _ : range(100)) {
        abandoned();
    }
    println("before GC", numGoroutine());
    System.gc();
    System.gc();
    println("after GC", numGoroutine());
}
