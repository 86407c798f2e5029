import static goloom.runtime.Go.*;

void main() {
    var done = chan(boolean.class);
    go(() -> {
        println("hiiii");
        done.send(true);
    });
    done.recv();
}
