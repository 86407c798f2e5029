import goloom.runtime.*;

void main() {
    var mu = new Mutex();
    mu.unlock();
}
