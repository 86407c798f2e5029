import static goloom.runtime.Go.*;

void main() {
    var ch = signal(1000);
    for (int _ : range(1000)) {
        ch.send();
    }
    println(ch.len());
}
