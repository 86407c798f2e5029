package goloom.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdkTest {
    @TempDir private Path home;

    private Jdk jdk(String version, String modules) throws IOException {
        Files.writeString(
                home.resolve("release"),
                "JAVA_VERSION=\"" + version + "\"\nMODULES=\"" + modules + "\"\n");
        return Jdk.at(home.toFile());
    }

    @ParameterizedTest
    @CsvSource({"1.8.0_392, 8", "17.0.1, 17", "25, 25", "26-ea, 26", "'', 0", "x, 0"})
    void the_feature_number_is_found_in_any_version(String version, int feature) {
        assertThat(Jdk.feature(version)).isEqualTo(feature);
    }

    @Test
    void a_jdk_25_with_jshell_is_good() throws IOException {
        assertThat(jdk("25.0.3", "java.base jdk.jshell").isGood()).isTrue();
        assertThat(jdk("25.0.3", "java.base jdk.jshell jdk.net").isGood()).isTrue();
    }

    @Test
    void an_older_jdk_and_one_without_jshell_are_not() throws IOException {
        assertThat(jdk("24.0.1", "java.base jdk.jshell").isGood()).isFalse();
        assertThat(jdk("25.0.3", "java.base").isGood()).isFalse();
    }

    @Test
    void a_directory_without_a_java_has_none() {
        assertThat(Jdk.at(new File(home.toFile(), "nothing"))).isNull();
    }

    @Test
    void the_java_of_this_test_is_good() {
        assertThat(Jdk.running().isGood()).isTrue();
        assertThat(Jdk.at(Jdk.running().home()).isGood()).isTrue();
    }

    @Test
    void the_sentence_says_what_is_missing_and_what_to_do() throws IOException {
        Jdk here = jdk("17.0.1", "java.base jdk.jshell");
        assertThat(Jdk.wanted(here, null))
                .isEqualTo(
                        "Goloom needs a JDK 25 or newer with the module jdk.jshell; this is Java 17 ("
                                + home
                                + "): install one and set GOLOOM_JAVA_HOME to its directory.");
        assertThat(Jdk.wanted(jdk("25", "java.base"), Jdk.running()))
                .contains("this is Java 25 without jdk.jshell")
                .endsWith("use " + Jdk.running().java() + " instead.");
    }
}
