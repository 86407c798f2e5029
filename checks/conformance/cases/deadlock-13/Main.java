import goloom.runtime.*;

void main() {
    var wg = new WaitGroup();
    wg.add(1);
    wg.await();
}
