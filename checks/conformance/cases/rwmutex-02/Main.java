import goloom.runtime.*;

void main() {
    var mu = new RWMutex();
    mu.unlock();
}
