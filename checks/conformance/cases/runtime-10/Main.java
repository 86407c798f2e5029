import static goloom.runtime.Go.*;

int ran = 0;

void main() {
    gomaxprocs(1);
    for (int _ : range(200)) {
        go(() -> ran++);
    }
    gosched();
    int first = ran;
    gosched();
    println(ran - first);
}
