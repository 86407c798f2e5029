package goloom.runtime;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.invoke.MethodHandles;
import org.junit.jupiter.api.Test;

/// What the runtime may use, and where.
class ArchitectureTest {
    private static final JavaClasses OURS =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("goloom");

    @Test
    void runtime_uses_only_java_base() {
        assertThat(OURS).hasSizeGreaterThan(50);
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "goloom..",
                        "java.io..",
                        "java.lang..",
                        "java.math..",
                        "java.net..",
                        "java.nio..",
                        "java.text..",
                        "java.time..",
                        "java.util..",
                        "org.jspecify.annotations..")
                .check(OURS);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "java.util.prefs..")
                .check(OURS);
    }

    @Test
    void internals_of_the_jdk_are_touched_in_one_file() {
        noClasses()
                .that()
                .doNotHaveSimpleName("VThreads")
                .should()
                .callMethod(
                        MethodHandles.class,
                        "privateLookupIn",
                        Class.class,
                        MethodHandles.Lookup.class)
                .orShould()
                .callMethod(
                        java.lang.reflect.AccessibleObject.class, "setAccessible", boolean.class)
                .check(OURS);
    }

    @Test
    void chance_has_one_seam() {
        noClasses()
                .that()
                .areNotAssignableTo(SchedulePolicy.class)
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(
                        java.util.Random.class,
                        java.util.SplittableRandom.class,
                        java.util.concurrent.ThreadLocalRandom.class)
                .orShould()
                .callMethod(Math.class, "random")
                .check(OURS);
    }

    @Test
    void time_has_one_seam() {
        noClasses()
                .that()
                .areNotAssignableTo(Clock.class)
                .and()
                .doNotHaveSimpleName("XorShift") // seeds the policy when nobody else does
                .and()
                .doNotHaveSimpleName("Program") // waits for real threads to end
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .check(OURS);
    }

    @Test
    void a_trace_knows_nothing_of_the_scheduler() {
        noClasses()
                .that()
                .resideInAPackage("goloom.trace")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("goloom.runtime..")
                .check(OURS);
    }

    @Test
    void every_public_class_of_the_scheduler_is_there_for_the_api() {
        classes()
                .that()
                .resideInAPackage("goloom.runtime.internal")
                .and()
                .arePublic()
                .and()
                .areTopLevelClasses()
                .should()
                .onlyHaveDependentClassesThat()
                .resideInAnyPackage("goloom.runtime..")
                .check(OURS);
    }
}
