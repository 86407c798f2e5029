package goloom.runtime.gotests;

import static goloom.runtime.Go.*;
import static org.assertj.core.api.Assertions.assertThat;

import goloom.runtime.Once;
import goloom.runtime.TestProgram;
import goloom.runtime.WaitGroup;
import org.junit.jupiter.api.Test;

/// Go: sync/once_test.go.
final class OnceTest {
    private int calls;

    /// Go: TestOnce.
    @Test
    void body_has_run_once_when_any_call_returns() {
        TestProgram.procs(4)
                .runs(_ -> {
                    var once = new Once();
                    var wg = new WaitGroup();
                    for (int _ : range(10)) {
                        wg.go(() -> {
                            once.run(() -> calls++);
                            assertThat(calls).isEqualTo(1);
                        });
                    }
                    wg.await();
                    assertThat(calls).isEqualTo(1);
                })
                .ok();
    }

    /// Go: TestOncePanic.
    @Test
    void panic_counts_as_having_run() {
        var ran =
                TestProgram.run(_ -> {
                    var once = new Once();
                    try {
                        once.run(() -> panic("failed"));
                        println("did not panic");
                    } catch (RuntimeException e) {
                        println(recovered(e));
                    }
                    once.run(() -> println("called twice"));
                });
        assertThat(ran.ok().out()).isEqualTo("failed\n");
    }
}
