package goloom.kernel.wire;

import goloom.kernel.log.Log;

/// Threads that nothing ends but the return of their body. After an error, such as a lack of
/// memory, the body runs again: a kernel without one of its threads looks alive and hangs.
public final class Immortal {
    private Immortal() {}

    /// A daemon thread; not started.
    public static Thread thread(String name, Runnable body) {
        Thread t = new Thread(() -> repeat(body), name);
        t.setDaemon(true);
        return t;
    }

    private static void repeat(Runnable body) {
        while (true) {
            try {
                body.run();
                return;
            } catch (Throwable e) {
                Reserve.releaseOn(e);
                Log.note("goes on", e);
            }
        }
    }
}
