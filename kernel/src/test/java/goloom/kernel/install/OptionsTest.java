package goloom.kernel.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
    private static Options parse(String... arguments) throws InstallException {
        return Options.parse(List.of(arguments));
    }

    @Test
    void without_options_there_are_defaults() throws InstallException {
        assertThat(parse())
                .isEqualTo(
                        new Options(
                                new Options.Default(),
                                "goloom",
                                "Java + goroutines (Goloom)",
                                null,
                                false,
                                true));
    }

    @Test
    void every_option_is_understood() throws InstallException {
        assertThat(
                        parse(
                                "--prefix",
                                "/opt/x",
                                "--name",
                                "go-2",
                                "--display-name",
                                "Go 2",
                                "--java-home",
                                "/jdk",
                                "--uninstall",
                                "--no-cache"))
                .isEqualTo(
                        new Options(
                                new Options.Prefix(Path.of("/opt/x")),
                                "go-2",
                                "Go 2",
                                Path.of("/jdk"),
                                true,
                                false));
        assertThat(parse("--user").place()).isEqualTo(new Options.User());
        assertThat(parse("--sys-prefix").place()).isEqualTo(new Options.SysPrefix());
    }

    @Test
    void an_unknown_option_is_named_and_the_known_are_listed() {
        assertThatThrownBy(() -> parse("--global"))
                .isInstanceOf(InstallException.class)
                .hasMessageContaining("unknown option \"--global\"")
                .hasMessageContaining("--sys-prefix");
    }

    @Test
    void an_option_without_its_value_is_named() {
        assertThatThrownBy(() -> parse("--prefix")).hasMessageContaining("--prefix wants a value");
    }

    @Test
    void a_name_that_is_no_directory_name_is_refused() {
        assertThatThrownBy(() -> parse("--name", "../x")).hasMessageContaining("got \"../x\"");
    }
}
