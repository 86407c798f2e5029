package goloom.runtime.gotests;

import static goloom.runtime.Go.*;
import static org.assertj.core.api.Assertions.assertThat;

import goloom.runtime.Chan;
import goloom.runtime.TestProgram;
import goloom.runtime.WaitGroup;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Go: sync/waitgroup_test.go.
final class WaitGroupTest {
    private int plain; // written by a goroutine, read after await

    /// Go: TestWaitGroup.
    @Test
    void group_is_a_barrier_and_can_be_used_again() {
        TestProgram.procs(4)
                .runs(_ -> {
                    int n = 16;
                    var wg1 = new WaitGroup();
                    var wg2 = new WaitGroup();
                    for (int _ : range(8)) {
                        Chan<Boolean> exited = chan(boolean.class, n);
                        wg1.add(n);
                        wg2.add(n);
                        for (int _ : range(n)) {
                            go(() -> {
                                wg1.done();
                                wg2.await();
                                exited.send(true);
                            });
                        }
                        wg1.await();
                        for (int _ : range(n)) {
                            assertThat(exited.len()).isZero();
                            wg2.done();
                        }
                        for (int _ : range(n)) {
                            exited.recv();
                        }
                    }
                })
                .ok();
    }

    /// Go: TestWaitGroupMisuse.
    @Test
    void counter_below_zero_panics() {
        var ran =
                TestProgram.run(_ -> {
                    var wg = new WaitGroup();
                    wg.add(1);
                    wg.done();
                    try {
                        wg.done();
                    } catch (RuntimeException e) {
                        println(recovered(e));
                    }
                });
        assertThat(ran.ok().out()).isEqualTo("sync: negative WaitGroup counter\n");
    }

    /// Go: TestWaitGroupRace.
    @Test
    void await_returns_only_after_all_are_done() {
        TestProgram.procs(4)
                .runs(_ -> {
                    for (int _ : range(1000)) {
                        var wg = new WaitGroup();
                        AtomicInteger n = new AtomicInteger();
                        for (int _ : range(2)) {
                            wg.add(1);
                            go(() -> {
                                n.incrementAndGet();
                                wg.done();
                            });
                        }
                        wg.await();
                        assertThat(n).hasValue(2);
                    }
                })
                .ok();
    }

    /// Go: TestWaitGroupGo.
    @Test
    void go_adds_runs_and_is_done() {
        TestProgram.run(
                        _ -> {
                            var wg = new WaitGroup();
                            wg.go(() -> plain++);
                            wg.await();
                            assertThat(plain).isEqualTo(1);
                        })
                .ok();
    }

    /// Go: TestIssue76126.
    @Test
    void panic_in_go_ends_the_program_before_await_returns() {
        for (int procs : new int[] {1, 2, 4}) {
            var ran =
                    TestProgram.procs(procs)
                            .runs(_ -> {
                                var wg = new WaitGroup();
                                wg.go(() -> panic("test"));
                                wg.await();
                                panic("Wait returned");
                            });
            assertThat(ran.headline()).isEqualTo("panic: test [recovered, repanicked]");
        }
    }

    /// Go: (*WaitGroup).Go, a goroutine that calls Goexit counts as done.
    @Test
    void goexit_in_go_is_done() {
        var ran =
                TestProgram.run(_ -> {
                    var wg = new WaitGroup();
                    wg.go(() -> goexit());
                    wg.await();
                    println("done");
                });
        assertThat(ran.ok().out()).isEqualTo("done\n");
    }
}
