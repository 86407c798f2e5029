import static goloom.runtime.Go.*;

void main() {
    var done = chan(boolean.class);
    int x = 1;
    go(v -> {
        println(v);
        done.send(true);
    }, x);
    x = 2;
    done.recv();
    println(x);
}
