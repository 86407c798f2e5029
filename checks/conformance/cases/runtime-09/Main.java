import static goloom.runtime.Go.*;

void main() {
    println(numCPU() >= 1, gomaxprocs(0) >= 1);
}
