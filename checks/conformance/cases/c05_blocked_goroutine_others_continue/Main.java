import static goloom.runtime.Go.*;

void main() {
    gomaxprocs(1);
    var block = chan(int.class);
    var done = chan(int.class);
    go(() -> {
        println("A blocks");
        int v = block.recv();
        println("A got", v);
        done.send(1);
    });
    go(() -> {
        println("B runs while A is blocked");
        block.send(7);
        done.send(2);
    });
    done.recv();
    done.recv();
    println("main done");
}
