import goloom.runtime.*;

void main() {
    var mu = new Mutex();
    var c = new Cond(mu);
    c.signal();
    c.broadcast();
    mu.lock();
    c.await();
}
