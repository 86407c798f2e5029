package goloom.runtime.internal;

import org.jspecify.annotations.Nullable;

/// A goroutine in a wait queue. A goroutine waits in one queue at a time, with the Sudog that it is
/// itself, or, in a select, in many, with one Sudog for each case. Go: runtime/runtime2.go, sudog.
///
/// All fields are guarded by the lock of the channel or semaphore that the queue belongs to.
class Sudog {
    final G g;
    @Nullable Object elem; // the value to send, or where the value received is put
    @Nullable Sudog next;
    @Nullable Sudog prev;
    boolean success; // woken by a partner, not by close
    @Nullable WaitQueue queue; // the queue that it is in
    int ticket; // NotifyList only: which of those that wait
    boolean handoff; // semaphore only: the count was handed over to this waiter

    /// The Sudog that a goroutine is itself.
    Sudog() {
        g = (G) this;
    }

    /// One case of a select.
    Sudog(G owner) {
        g = owner;
    }

    /// One of the cases of a select.
    boolean isSelect() {
        return this != g;
    }
}
