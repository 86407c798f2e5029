package goloom.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class UserDataTest {
    private static final Path HOME = Path.of("/home/g");

    @Test
    void linux_has_a_place_for_data() {
        assertThat(UserData.directory("Linux", HOME, null, null))
                .isEqualTo(Path.of("/home/g/.local/share/goloom"));
        assertThat(UserData.directory("Linux", HOME, "/data", null))
                .isEqualTo(Path.of("/data/goloom"));
    }

    @Test
    void mac_has_a_library() {
        assertThat(UserData.directory("Mac OS X", HOME, null, null))
                .isEqualTo(Path.of("/home/g/Library/Application Support/goloom"));
    }

    @Test
    void windows_has_a_variable() {
        assertThat(UserData.directory("Windows 11", HOME, null, "/appdata"))
                .isEqualTo(Path.of("/appdata/goloom"));
    }
}
