package goloom.kernel.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JupyterPathsTest {
    private static final Path HOME = Path.of("/home/g");

    private static Path kernels(String system, Options.Place place, String... environment)
            throws InstallException {
        Map<String, String> env =
                environment.length == 0 ? Map.of() : Map.of(environment[0], environment[1]);
        return new JupyterPaths(env, system, HOME).kernels(place);
    }

    @Test
    void every_system_has_a_place_for_the_user() throws InstallException {
        var user = new Options.User();
        assertThat(kernels("Linux", user)).isEqualTo(HOME.resolve(".local/share/jupyter/kernels"));
        assertThat(kernels("Mac OS X", user)).isEqualTo(HOME.resolve("Library/Jupyter/kernels"));
        assertThat(kernels("Windows 11", user, "APPDATA", "/a"))
                .isEqualTo(Path.of("/a/jupyter/kernels"));
        assertThat(kernels("Linux", user, "XDG_DATA_HOME", "/x"))
                .isEqualTo(Path.of("/x/jupyter/kernels"));
        assertThat(kernels("Linux", user, "JUPYTER_DATA_DIR", "/j"))
                .isEqualTo(Path.of("/j/kernels"));
    }

    @Test
    void by_default_an_active_environment_is_used() throws InstallException {
        var def = new Options.Default();
        assertThat(kernels("Linux", def, "VIRTUAL_ENV", "/venv"))
                .isEqualTo(Path.of("/venv/share/jupyter/kernels"));
        assertThat(kernels("Linux", def, "CONDA_PREFIX", "/conda"))
                .isEqualTo(Path.of("/conda/share/jupyter/kernels"));
        assertThat(kernels("Linux", def)).startsWithRaw(HOME);
    }

    @Test
    void sys_prefix_without_an_environment_says_what_to_do() {
        assertThatThrownBy(() -> kernels("Linux", new Options.SysPrefix()))
                .hasMessageContaining("activate one, or use --user or --prefix DIR");
    }

    @Test
    void a_prefix_is_taken_as_it_is() throws InstallException {
        assertThat(kernels("Linux", new Options.Prefix(Path.of("/opt/p"))))
                .isEqualTo(Path.of("/opt/p/share/jupyter/kernels"));
    }
}
