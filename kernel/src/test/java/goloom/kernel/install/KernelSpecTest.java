package goloom.kernel.install;

import static org.assertj.core.api.Assertions.assertThat;

import goloom.kernel.protocol.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelSpecTest {
    @TempDir private Path directory;
    private KernelSpec spec;
    private Path jar;

    @BeforeEach
    void makeJar() throws IOException {
        spec = new KernelSpec(directory.resolve("kernels/goloom"));
        jar = TestJar.write(directory.resolve("any.jar"), "goloom/Any.class");
    }

    private Map<String, @Nullable Object> json() throws IOException {
        return Json.object(Files.readAllBytes(spec.directory().resolve("kernel.json")));
    }

    @Test
    void a_kernelspec_has_what_jupyter_wants() throws IOException {
        spec.copyJar(jar);
        spec.write(Path.of("/jdk/bin/java"), "Shown \"name\"", spec.cache());
        assertThat(json())
                .containsEntry("display_name", "Shown \"name\"")
                .containsEntry("language", "java")
                .containsEntry("interrupt_mode", "message");
        assertThat(json().get("argv"))
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .startsWith("/jdk/bin/java")
                .contains("-XX:AOTCache=" + spec.cache())
                .endsWith("-jar", spec.jar().toString(), "{connection_file}");
        assertThat(spec.directory())
                .isDirectoryContaining("glob:**/logo-32x32.png")
                .isDirectoryContaining("glob:**/logo-64x64.png")
                .isDirectoryContaining("glob:**/logo-svg.svg");
        assertThat(TestJar.names(spec.jar())).containsExactly("goloom/Any.class");
    }

    @Test
    void without_a_cache_no_flag_names_one() throws IOException {
        spec.copyJar(jar);
        spec.write(Path.of("/jdk/bin/java"), "x", null);
        assertThat(String.valueOf(json().get("argv"))).doesNotContain("AOT");
    }

    @Test
    void installing_again_replaces_the_jar() throws IOException {
        spec.copyJar(jar);
        TestJar.write(jar, "goloom/Newer.class");
        spec.copyJar(jar);
        assertThat(TestJar.names(spec.jar())).containsExactly("goloom/Newer.class");
    }

    @Test
    void installing_from_the_installed_jar_keeps_it() throws IOException {
        spec.copyJar(jar);
        spec.copyJar(spec.jar());
        assertThat(TestJar.names(spec.jar())).containsExactly("goloom/Any.class");
    }

    @Test
    void only_a_kernelspec_of_ours_is_ours() throws IOException {
        assertThat(spec.isOurs()).isFalse();
        Files.createDirectories(spec.directory());
        Files.writeString(spec.directory().resolve("kernel.json"), "{}");
        assertThat(spec.isOurs()).isFalse();
        spec.copyJar(jar);
        assertThat(spec.isOurs()).isTrue();
        spec.delete();
        assertThat(spec.directory()).doesNotExist();
    }
}
