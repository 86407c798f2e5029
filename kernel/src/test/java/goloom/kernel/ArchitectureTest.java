package goloom.kernel;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// What the layers of the kernel may know of each other: wire, protocol, session, interpreter.
@AnalyzeClasses(packages = "goloom.kernel", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static void the_scan_has_found_the_kernel(JavaClasses all) {
        assertThat(all.size()).isGreaterThan(80);
    }

    @ArchTest
    static final ArchRule zeromq_stays_in_wire =
            noClasses()
                    .that(not(resideInAPackage("goloom.kernel.wire")))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.zeromq..", "zmq..");

    @ArchTest
    static final ArchRule json_stays_in_protocol =
            noClasses()
                    .that(not(resideInAPackage("goloom.kernel.protocol")))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("com.fasterxml..");

    @ArchTest
    static final ArchRule wire_knows_nothing_above_it =
            classes()
                    .that(resideInAPackage("goloom.kernel.wire"))
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage(
                                    "goloom.kernel.wire",
                                    "goloom.kernel.log",
                                    "java..",
                                    "javax.crypto..",
                                    "org.zeromq..",
                                    "zmq..",
                                    "org.jspecify.."));

    @ArchTest
    static final ArchRule protocol_knows_nothing_above_it =
            classes()
                    .that(resideInAPackage("goloom.kernel.protocol"))
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage(
                                    "goloom.kernel.protocol",
                                    "goloom.kernel.wire",
                                    "com.fasterxml..",
                                    "java..",
                                    "org.jspecify.."));

    @ArchTest
    static final ArchRule session_knows_no_language =
            classes()
                    .that(resideInAPackage("goloom.kernel.session"))
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage(
                                    "goloom.kernel.session",
                                    "goloom.kernel.protocol",
                                    "goloom.kernel.wire",
                                    "goloom.kernel.log",
                                    "java..",
                                    "org.jspecify.."));

    @ArchTest
    static final ArchRule what_is_behind_the_session_does_not_see_the_wire =
            noClasses()
                    .that(
                            resideInAnyPackage(
                                    "goloom.kernel.debug..",
                                    "goloom.kernel.display..",
                                    "goloom.kernel.java..",
                                    "goloom.kernel.magic..",
                                    "goloom.kernel.bytecode.."))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("goloom.kernel.wire")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule the_debugger_knows_no_language =
            noClasses()
                    .that()
                    .resideInAPackage("goloom.kernel.debug")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("goloom.kernel.java..", "goloom.kernel.bytecode..");

    @ArchTest
    static final ArchRule the_runtime_s_inside_stays_inside =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("goloom.runtime.internal..");

    @ArchTest
    static final ArchRule channels_of_jupyter_jvm_basekernel_are_not_used =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.github.spencerpark.jupyter.channels..",
                            "io.github.spencerpark.jupyter.messages..");
}
