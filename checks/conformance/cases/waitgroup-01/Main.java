import goloom.runtime.*;

void main() {
    var wg = new WaitGroup();
    wg.done();
}
