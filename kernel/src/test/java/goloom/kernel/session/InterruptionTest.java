package goloom.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import goloom.kernel.echo.EchoInterpreter;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(100)
class InterruptionTest {
    private static final Cell CELL = new Cell("id", null, "code", 1, false, null);

    private final CompletableFuture<Cell> interrupted = new CompletableFuture<>();
    private final Interruption interruption =
            new Interruption(
                    new EchoInterpreter() {
                        @Override
                        public void interrupt(Cell cell) {
                            interrupted.complete(cell);
                        }
                    });

    @Test
    void a_cell_that_waits_for_the_interpreter_never_starts() throws Exception {
        interruption.request();
        interruption.awaitStart(new CompletableFuture<>());
        assertThat(interruption.begin(CELL)).isFalse();
        assertThat(interrupted).isNotDone();
    }

    @Test
    void a_cell_that_runs_is_interrupted_by_the_interpreter() throws Exception {
        interruption.awaitStart(CompletableFuture.completedFuture(null));
        assertThat(interruption.begin(CELL)).isTrue();
        interruption.request();
        assertThat(interrupted).isCompletedWithValue(CELL);
    }

    @Test
    void a_cell_that_has_ended_is_left_alone() {
        interruption.begin(CELL);
        interruption.end();
        interruption.request();
        assertThat(interrupted).isNotDone();
    }
}
