package goloom.runtime.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/*
 * A processor: the right to run goroutines, with its run queue. An M needs one.
 *
 *   IDLE    -> RUNNING   // an M takes it: M.acquirep
 *   RUNNING -> IDLE      // the M has nothing to run: M.releasep
 *   RUNNING -> SYSCALL   // its goroutine makes a blocking call; the M keeps a claim
 *   SYSCALL -> RUNNING   // the call was short: the M takes it back by CAS
 *   SYSCALL -> IDLE      // sysmon takes it by CAS and hands it to another M
 *   any     -> DEAD      // gomaxprocs(n) with n <= id
 */
final class P extends Runq {
    static final int IDLE = 0;
    static final int RUNNING = 1;
    static final int SYSCALL = 2;
    static final int DEAD = 4;

    private static final int GOID_BATCH = 16;
    private static final VarHandle STATUS;

    static {
        try {
            STATUS = MethodHandles.lookup().findVarHandle(P.class, "status", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    final int id;
    final AllGs allgs;
    volatile int status;
    volatile @Nullable M m; // the M that holds it; also during SYSCALL
    @Nullable P link; // list of idle Ps; guarded by Sched.lock
    volatile boolean dying; // gomaxprocs(n) wants it to stop; set under Sched.lock

    int schedtick; // grows with every time slice; the M that holds it writes, sysmon reads
    int syscalltick; // grows with every blocking call; likewise
    private int goidNext; // owner only: the ids that it may still give
    private int goidEnd;
    long created; // goroutines made and ended on this P; owner only, others read racily
    long ended;

    // What sysmon saw last; sysmon only.
    int seenSchedtick;
    int seenSyscalltick;
    int seenSwitches;
    int quietLooks;
    long sliceSince;
    long switchedSince;
    long preemptedAt;
    long syscallSince;

    P(Sched sched, int id) {
        super(sched);
        this.id = id;
        this.allgs = new AllGs();
    }

    boolean casStatus(int from, int to) {
        return STATUS.compareAndSet(this, from, to);
    }

    /// The id of the next goroutine made here. Ids come in batches of 16 from the runtime. Go:
    /// newproc1.
    int nextGoid(Sched sched) {
        if (goidNext == goidEnd) {
            goidNext = sched.register.idBatch(GOID_BATCH);
            goidEnd = goidNext + GOID_BATCH;
        }
        return goidNext++;
    }
}
