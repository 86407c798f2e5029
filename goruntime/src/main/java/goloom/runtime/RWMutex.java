package goloom.runtime;

import goloom.runtime.internal.Panics;
import goloom.runtime.internal.Sema;
import goloom.runtime.internal.Traced;
import goloom.trace.Trace;
import goloom.trace.WaitReason;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// A lock for many readers or one writer. A writer that waits holds off new readers. Go:
/// sync.RWMutex.
public final class RWMutex implements Locker {
    private static final int MAX_READERS = 1 << 30;
    private static final VarHandle READERS;
    private static final VarHandle READER_WAIT;

    static {
        try {
            MethodHandles.Lookup l = MethodHandles.lookup();
            READERS = l.findVarHandle(RWMutex.class, "readerCount", int.class);
            READER_WAIT = l.findVarHandle(RWMutex.class, "readerWait", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Mutex w = new Mutex(new Sema(Trace.Resource.Kind.RWMUTEX)); // held by the writer
    private final Sema writerSem = new Sema(Trace.Resource.Kind.RWMUTEX);
    private final Sema readerSem = new Sema(Trace.Resource.Kind.RWMUTEX);

    @SuppressWarnings("unused") // through READERS
    private volatile int readerCount; // readers; less MAX_READERS while a writer waits or writes

    @SuppressWarnings("unused") // through READER_WAIT
    private volatile int readerWait; // readers that the writer waits for

    Sema[] semas() {
        return new Sema[] {w.sema(), writerSem, readerSem};
    }

    /// Locks for reading; blocks while a writer has it or waits for it.
    public void rLock() {
        if ((int) READERS.getAndAdd(this, 1) + 1 < 0) {
            readerSem.acquire(WaitReason.RWMUTEX_RLOCK, false);
        }
    }

    /// Locks for reading if that is possible at once.
    public boolean tryRLock() {
        for (; ; ) {
            int c = (int) READERS.getVolatile(this);
            if (c < 0) {
                return false;
            }
            if (READERS.compareAndSet(this, c, c + 1)) {
                return true;
            }
        }
    }

    /// Undoes one [#rLock]. Fatal `sync: RUnlock of unlocked RWMutex` if there is none.
    public void rUnlock() {
        int r = (int) READERS.getAndAdd(this, -1) - 1;
        if (r < 0) {
            if (r + 1 == 0 || r + 1 == -MAX_READERS) {
                throw Panics.rUnlockOfUnlockedRWMutex();
            }
            if ((int) READER_WAIT.getAndAdd(this, -1) == 1) {
                writerSem.release(false); // the last reader that the writer waits for
            }
        }
    }

    /// Locks for writing; blocks while anybody has it.
    @Override
    public void lock() {
        w.lock();
        int readers = (int) READERS.getAndAdd(this, -MAX_READERS);
        if (readers != 0 && (int) READER_WAIT.getAndAdd(this, readers) + readers != 0) {
            writerSem.acquire(WaitReason.RWMUTEX_LOCK, false);
        }
        if (Traced.on()) {
            Traced.locked(writerSem);
        }
    }

    /// Locks for writing if that is possible at once.
    public boolean tryLock() {
        if (!w.tryLock()) {
            return false;
        }
        if (!READERS.compareAndSet(this, 0, -MAX_READERS)) {
            w.unlock();
            return false;
        }
        return true;
    }

    /// Unlocks for writing. Fatal `sync: Unlock of unlocked RWMutex` if it is not locked for
    /// writing.
    @Override
    public void unlock() {
        if (Traced.on()) {
            Traced.unlocked(writerSem);
        }
        int r = (int) READERS.getAndAdd(this, MAX_READERS) + MAX_READERS;
        if (r >= MAX_READERS) {
            throw Panics.unlockOfUnlockedRWMutex();
        }
        for (int i = 0; i < r; i++) {
            readerSem.release(false);
        }
        w.unlock();
    }

    /// The read side as a [Locker].
    public Locker rLocker() {
        return new Locker() {
            @Override
            public void lock() {
                rLock();
            }

            @Override
            public void unlock() {
                rUnlock();
            }
        };
    }
}
