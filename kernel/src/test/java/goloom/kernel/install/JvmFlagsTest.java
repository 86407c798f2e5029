package goloom.kernel.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class JvmFlagsTest {
    @Test
    void training_and_running_differ_in_the_cache_alone() {
        Path cache = Path.of("c.aot");
        var running = new ArrayList<>(JvmFlags.running(cache));
        var training = new ArrayList<>(JvmFlags.training(cache));
        assertThat(running.removeLast()).isEqualTo("-XX:AOTCache=c.aot");
        assertThat(training.removeLast()).isEqualTo("-XX:AOTCacheOutput=c.aot");
        assertThat(running).isEqualTo(training);
    }
}
