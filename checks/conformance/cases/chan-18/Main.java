import static goloom.runtime.Go.*;

void main() {
    var ch = chan(int.class, 3);
    ch.send(1);
    ch.send(2);
    ch.close();
    for (int v : ch) {
        println(v);
    }
    println("end");
}
