package goloom.kernel.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellsJarTest {
    @TempDir private Path directory;
    private Path kernel;

    @BeforeEach
    void jar() throws IOException {
        kernel = directory.resolve("goloom-kernel.jar");
        TestJar.write(kernel, "goloom/runtime/Go.class", "com/google/gson/Gson.class", "goloom/");
    }

    @Test
    void the_jar_that_install_has_written_is_used_and_holds_no_library_of_the_kernel()
            throws IOException {
        CellsJar.write(kernel);
        Path cells = CellsJar.of(kernel);
        assertThat(cells).isEqualTo(directory.resolve("goloom-cells.jar"));
        assertThat(TestJar.names(cells)).containsExactly("goloom/runtime/Go.class");
    }

    @Test
    void without_it_or_with_that_of_another_build_a_kernel_makes_its_own() throws IOException {
        assertThat(TestJar.names(CellsJar.of(kernel))).containsExactly("goloom/runtime/Go.class");
        CellsJar.write(kernel);
        TestJar.write(kernel, "goloom/runtime/Chan.class");
        Path cells = CellsJar.of(kernel);
        assertThat(cells.getParent()).isNotEqualTo(directory);
        assertThat(TestJar.names(cells)).containsExactly("goloom/runtime/Chan.class");
    }

    @Test
    void a_kernel_that_was_not_packed_compiles_against_its_folder() throws IOException {
        assertThat(CellsJar.of(directory)).isEqualTo(directory);
    }
}
