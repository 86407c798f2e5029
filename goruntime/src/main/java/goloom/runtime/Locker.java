package goloom.runtime;

/// Something that can be locked: [Mutex], [RWMutex], and the read side of an RWMutex. Go:
/// sync.Locker.
public interface Locker {
    void lock();

    void unlock();
}
