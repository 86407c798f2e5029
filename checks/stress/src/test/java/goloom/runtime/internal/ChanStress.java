package goloom.runtime.internal;

import static goloom.runtime.Go.chan;
import static goloom.runtime.Go.onDefault;
import static goloom.runtime.Go.onRecv;
import static goloom.runtime.Go.onSend;
import static goloom.runtime.Go.select;

import goloom.runtime.Chan;
import goloom.runtime.Received;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.ZI_Result;

/// Channels, used by threads that are no goroutines: every value that is sent is received once, and
/// what was written before a send is seen after its receive.
public final class ChanStress {
    private static final int NOTHING = -1;
    private static final int PANIC = -2;
    private static final int CLOSED = -3;

    private ChanStress() {}

    private static int send(Chan<Integer> c, int v) {
        try {
            c.send(v);
            return v;
        } catch (RuntimeException e) {
            return PANIC;
        }
    }

    private static int recv(Chan<Integer> c) {
        Received<Integer> r = c.recvOk();
        return r.ok() ? r.value() : CLOSED;
    }

    private static int recvNow(Chan<Integer> c) {
        var r = onRecv(c);
        return select(r, onDefault()) == 1 ? NOTHING : r.ok() ? r.value() : CLOSED;
    }

    @JCStressTest
    @Outcome(id = "7", expect = Expect.ACCEPTABLE)
    @Outcome(expect = Expect.FORBIDDEN, desc = "what was written before the send is not seen")
    @State
    public static class SendHappensBeforeReceive {
        private final Chan<Integer> c = chan(int.class);
        private int plain;

        @Actor
        public void sender() {
            plain = 7;
            c.send(1);
        }

        @Actor
        public void receiver(I_Result r) {
            c.recv();
            r.r1 = plain;
        }
    }

    @JCStressTest
    @Outcome(id = "7", expect = Expect.ACCEPTABLE)
    @Outcome(expect = Expect.FORBIDDEN, desc = "what was written before the receive is not seen")
    @State
    public static class ReceiveHappensBeforeSendCompletes {
        private final Chan<Integer> c = chan(int.class);
        private int plain;

        @Actor
        public void receiver() {
            plain = 7;
            c.recv();
        }

        @Actor
        public void sender(I_Result r) {
            c.send(1);
            r.r1 = plain;
        }
    }

    @JCStressTest
    @Outcome(
            id = {"1, 2", "2, 1"},
            expect = Expect.ACCEPTABLE)
    @Outcome(expect = Expect.FORBIDDEN, desc = "lost or doubled")
    @State
    public static class TwoSendersTwoReceivers {
        private final Chan<Integer> c = chan(int.class);

        @Actor
        public void sender1() {
            c.send(1);
        }

        @Actor
        public void sender2() {
            c.send(2);
        }

        @Actor
        public void receiver1(II_Result r) {
            r.r1 = c.recv();
        }

        @Actor
        public void receiver2(II_Result r) {
            r.r2 = c.recv();
        }
    }

    @JCStressTest
    @Outcome(id = "1, 2, 3", expect = Expect.ACCEPTABLE)
    @Outcome(expect = Expect.FORBIDDEN, desc = "lost, doubled or out of order")
    @State
    public static class BufferIsFirstInFirstOut {
        private final Chan<Integer> c = chan(int.class, 1);

        @Actor
        public void sender() {
            c.send(1);
            c.send(2);
            c.send(3);
        }

        @Actor
        public void receiver(III_Result r) {
            r.r1 = c.recv();
            r.r2 = c.recv();
            r.r3 = c.recv();
        }
    }

    /// r1 what the sender did, r2 what the receiver got.
    @JCStressTest
    @Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "the value came first")
    @Outcome(id = "-2, -3", expect = Expect.ACCEPTABLE, desc = "the close came first")
    @Outcome(expect = Expect.FORBIDDEN, desc = "a value was lost, or one that was not sent came")
    @State
    public static class CloseAgainstSendAndReceive {
        private final Chan<Integer> c = chan(int.class);

        @Actor
        public void closer() {
            c.close();
        }

        @Actor
        public void sender(II_Result r) {
            r.r1 = send(c, 1);
        }

        @Actor
        public void receiver(II_Result r) {
            r.r2 = recv(c);
        }
    }

    /// Go: TestNonblockRecvRace. The value is in the buffer before the close.
    @JCStressTest
    @Outcome(
            id = {"-1", "1"},
            expect = Expect.ACCEPTABLE)
    @Outcome(id = "-3", expect = Expect.FORBIDDEN, desc = "closed, though a value was there")
    @State
    public static class CloseHidesNoValue {
        private final Chan<Integer> c = chan(int.class, 1);

        @Actor
        public void sender() {
            c.send(1);
            c.close();
        }

        @Actor
        public void receiver(I_Result r) {
            r.r1 = recvNow(c);
        }
    }

    /// Go: TestNonblockSelectRace. One of the two is ready all the time.
    @JCStressTest
    @Outcome(
            id = {"0", "1"},
            expect = Expect.ACCEPTABLE)
    @Outcome(id = "2", expect = Expect.FORBIDDEN, desc = "default, though one was ready")
    @State
    public static class SelectFindsWhatIsReady {
        private final Chan<Integer> a = chan(int.class, 1);
        private final Chan<Integer> b = chan(int.class, 1);

        public SelectFindsWhatIsReady() {
            a.send(1);
        }

        @Actor
        public void mover() {
            b.send(1);
            recvNow(a);
        }

        @Actor
        public void chooser(I_Result r) {
            r.r1 = select(onRecv(a), onRecv(b), onDefault());
        }
    }

    /// Two that each send or receive on both channels meet, on one of them.
    @JCStressTest
    @Outcome(
            id = {"0, 1", "1, 0", "2, 3", "3, 2"},
            expect = Expect.ACCEPTABLE)
    @Outcome(expect = Expect.FORBIDDEN, desc = "two cases ran, or cases that do not fit")
    @State
    public static class TwoSelectsMeet {
        private final Chan<Integer> a = chan(int.class);
        private final Chan<Integer> b = chan(int.class);

        @Actor
        public void one(II_Result r) {
            r.r1 = select(onSend(a, 1), onRecv(a), onSend(b, 2), onRecv(b));
        }

        @Actor
        public void other(II_Result r) {
            r.r2 = select(onSend(a, 3), onRecv(a), onSend(b, 4), onRecv(b));
        }
    }

    /// A select that waits on two channels takes one value only. r1: nothing is queued afterwards;
    /// r2: how many of the two values are still there.
    @JCStressTest
    @Outcome(id = "true, 1", expect = Expect.ACCEPTABLE)
    @Outcome(expect = Expect.FORBIDDEN, desc = "it took both or none, or is still queued")
    @State
    public static class SelectTakesOne {
        private final Chan<Integer> a = chan(int.class, 1);
        private final Chan<Integer> b = chan(int.class, 1);

        @Actor
        public void chooser() {
            select(onRecv(a), onRecv(b));
        }

        @Actor
        public void senderA() {
            a.send(1);
        }

        @Actor
        public void senderB() {
            b.send(2);
        }

        @Arbiter
        public void count(ZI_Result r) {
            r.r2 = a.len() + b.len();
            // A select that were still queued would take this value out of the buffer.
            recvNow(a);
            recvNow(b);
            a.send(3);
            b.send(4);
            r.r1 = a.len() == 1 && b.len() == 1;
        }
    }
}
