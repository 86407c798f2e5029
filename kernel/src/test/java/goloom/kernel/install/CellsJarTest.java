package goloom.kernel.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellsJarTest {
    @TempDir private Path directory;
    private Path kernel;

    @BeforeEach
    void jar() throws IOException {
        kernel = directory.resolve("goloom-kernel.jar");
        jar("goloom/runtime/Go.class", "com/google/gson/Gson.class", "goloom/");
    }

    private void jar(String... names) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(kernel))) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static List<String> names(Path jar) throws IOException {
        try (var zip = new ZipFile(jar.toFile())) {
            return zip.stream().map(ZipEntry::getName).toList();
        }
    }

    @Test
    void the_jar_that_install_has_written_is_used_and_holds_no_library_of_the_kernel()
            throws IOException {
        CellsJar.write(kernel);
        Path cells = CellsJar.of(kernel);
        assertThat(cells).isEqualTo(directory.resolve("goloom-cells.jar"));
        assertThat(names(cells)).containsExactly("goloom/runtime/Go.class");
    }

    @Test
    void without_it_or_with_that_of_another_build_a_kernel_makes_its_own() throws IOException {
        assertThat(names(CellsJar.of(kernel))).containsExactly("goloom/runtime/Go.class");
        CellsJar.write(kernel);
        jar("goloom/runtime/Chan.class");
        Path cells = CellsJar.of(kernel);
        assertThat(cells.getParent()).isNotEqualTo(directory);
        assertThat(names(cells)).containsExactly("goloom/runtime/Chan.class");
    }

    @Test
    void a_kernel_that_was_not_packed_compiles_against_its_folder() throws IOException {
        assertThat(CellsJar.of(directory)).isEqualTo(directory);
    }
}
