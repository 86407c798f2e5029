import static goloom.runtime.Go.*;

void main() {
    gomaxprocs(3);
    println(gomaxprocs(2), gomaxprocs(0), gomaxprocs(-5), gomaxprocs(0));
}
