package goloom.timeline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// What the drawing code may use.
final class ArchitectureTest {
    private static final JavaClasses OURS =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("goloom.timeline");

    @Test
    void pictures_use_only_the_trace_and_java_base() {
        assertThat(OURS).hasSizeGreaterThan(20);
        classes()
                .that()
                .resideInAPackage("goloom.timeline")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "goloom.timeline", "goloom.trace", "java..", "org.jspecify.annotations..")
                .check(OURS);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.awt..", "java.sql..", "java.net..", "javax..")
                .check(OURS);
    }

    @Test
    void drawing_reads_no_clock_no_file_and_no_environment() {
        noClasses()
                .that()
                .doNotHaveSimpleName("Timeline") // writes a file when it is asked to
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(
                        java.nio.file.Files.class,
                        java.io.File.class,
                        java.time.Clock.class,
                        java.time.Instant.class,
                        java.util.Random.class)
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getProperty", String.class)
                .check(OURS);
    }
}
