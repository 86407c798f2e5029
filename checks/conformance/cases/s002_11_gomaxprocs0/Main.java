import static goloom.runtime.Go.*;

void main() {
    println("Total OS Threads:", gomaxprocs(0));
}
