import goloom.runtime.*;

void main() {
    var mu = new Mutex();
    mu.lock();
    mu.lock();
}
