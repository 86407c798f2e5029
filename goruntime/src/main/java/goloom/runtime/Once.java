package goloom.runtime;

/// Runs something once. Others that call it meanwhile wait until it has finished. Go: sync.Once.
public final class Once {
    private final Mutex m = new Mutex();
    private volatile boolean done;

    Mutex mutex() {
        return m;
    }

    /// Runs `body` if nothing has been run before: `once.Do(f)`. A panic counts as having run.
    public void run(GoBody body) {
        if (!done) {
            doSlow(java.util.Objects.requireNonNull(body));
        }
    }

    private void doSlow(GoBody body) {
        m.lock();
        try {
            if (!done) {
                try {
                    Bodies.run(body);
                } finally {
                    done = true;
                }
            }
        } finally {
            m.unlock();
        }
    }
}
