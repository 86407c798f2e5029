package goloom.runtime.internal;

import static goloom.runtime.Go.chan;
import static goloom.runtime.Go.go;
import static org.assertj.core.api.Assertions.assertThat;

import goloom.runtime.GoRuntime;
import goloom.runtime.Outcome;
import goloom.runtime.Received;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Reports of all goroutines.
class DumpsTest {
    private static final int DUMPS = 200;

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void dump_of_a_program_that_runs_does_not_change_what_it_does(int procs) throws Exception {
        try (GoRuntime runtime = GoRuntime.builder().procs(procs).build()) {
            AtomicBoolean enough = new AtomicBoolean();
            Thread asker =
                    Thread.ofPlatform()
                            .start(() -> {
                                for (int i = 0; i < DUMPS && !runtime.hasEnded(); i++) {
                                    runtime.goroutines();
                                }
                                enough.set(true);
                            });
            Outcome outcome =
                    runtime.run(() -> {
                        while (!enough.get()) {
                            pingPong(100);
                        }
                    });
            asker.join();
            assertThat(outcome.report()).isEmpty();
        }
    }

    private static void pingPong(int n) {
        var ping = chan(int.class);
        var pong = chan(int.class);
        go(() -> {
            for (int v : ping) {
                pong.send(v);
            }
        });
        for (int i = 0; i < n; i++) {
            ping.send(i);
            assertThat(pong.recvOk()).isEqualTo(new Received<>(i, true));
        }
        ping.close();
    }
}
