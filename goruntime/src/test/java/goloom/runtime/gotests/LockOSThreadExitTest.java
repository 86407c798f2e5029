package goloom.runtime.gotests;

import static goloom.runtime.Go.*;
import static org.assertj.core.api.Assertions.assertThat;

import goloom.runtime.TestProgram;
import goloom.runtime.WaitGroup;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Go: runtime/proc_test.go, TestLockOSThreadExit: a thread ends with the goroutine that ends
/// locked to it, and is used for no other.
final class LockOSThreadExitTest {
    private static final int GOROUTINES = 100;

    @Test
    void thread_ends_with_the_goroutine_that_is_locked_to_it() {
        TestProgram.procs(1)
                .runs(runtime -> {
                    var locked = new AtomicInteger();
                    var wg = new WaitGroup();
                    wg.go(() -> {
                        lockOSThread();
                        locked.set(threadId());
                        gosched();
                    });
                    wg.await();
                    while (runtime.state().contains("\n  M" + locked.get() + ": ")) {
                        gosched(); // it is about to end
                    }
                    Set<Integer> used = ConcurrentHashMap.newKeySet();
                    for (int i = 0; i < GOROUTINES; i++) {
                        wg.go(() -> used.add(threadId()));
                    }
                    wg.await();
                    assertThat(used).isNotEmpty().doesNotContain(locked.get());
                })
                .ok();
    }

    @Test
    void thread_of_a_goroutine_that_has_unlocked_is_used_again() {
        TestProgram.procs(1)
                .runs(runtime -> {
                    var wg = new WaitGroup();
                    for (int i = 0; i < GOROUTINES; i++) {
                        wg.go(() -> {
                            lockOSThread();
                            unlockOSThread();
                        });
                    }
                    wg.await();
                    assertThat(runtime.threads()).isLessThan(GOROUTINES / 2);
                })
                .ok();
    }

    @Test
    void as_many_threads_end_as_goroutines_were_locked() {
        TestProgram.procs(4)
                .runs(runtime -> {
                    var wg = new WaitGroup();
                    for (int i = 0; i < GOROUTINES; i++) {
                        wg.go(() -> {
                            lockOSThread();
                            gosched();
                        });
                    }
                    wg.await();
                    while (runtime.threads() > GOROUTINES / 4) {
                        gosched();
                    }
                })
                .ok();
    }
}
