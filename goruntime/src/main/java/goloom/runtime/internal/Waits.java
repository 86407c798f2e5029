package goloom.runtime.internal;

import goloom.trace.WaitReason;

/// Waits that nothing can end.
public final class Waits {
    private Waits() {}

    public static void sendToNil() {
        forever(WaitReason.CHAN_SEND_NIL);
    }

    public static void receiveFromNil() {
        forever(WaitReason.CHAN_RECEIVE_NIL);
    }

    public static void selectWithoutCases() {
        forever(WaitReason.SELECT_NO_CASES);
    }

    private static void forever(WaitReason reason) {
        G g = G.current();
        if (g == null) {
            g = G.outside();
        } else if (g.killed) {
            throw Kill.INSTANCE;
        }
        g.parkForever(reason);
        throw new IllegalStateException("a wait without end has ended");
    }
}
