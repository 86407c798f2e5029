package goloom.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a goroutine's thread is made by, and what is said where that is not possible.
final class GoroutineFactoryTest {
    @Test
    void thread_is_run_by_its_scheduler_alone() {
        List<Runnable> tasks = new ArrayList<>();
        List<String> ran = new ArrayList<>();
        Thread t = VThreads.factory().create(tasks::add, "g", () -> ran.add("body"));
        assertThat(t.isVirtual()).isTrue();
        t.start();
        assertThat(ran).isEmpty();
        tasks.removeFirst().run();
        assertThat(ran).containsExactly("body");
        assertThat(t.isAlive()).isFalse();
    }

    @Test
    void a_constructor_that_is_missing_is_named_in_one_line() {
        Throwable missing =
                new NoSuchMethodException(
                        "no such constructor: java.lang.VirtualThread.<init>(Executor,String,int,Runnable)");
        assertThat(VThreads.unavailable(missing))
                .hasMessage(
                        "goroutines need JDK 25, whose virtual threads take a scheduler; this is JDK "
                                + System.getProperty("java.version")
                                + ": no such constructor:"
                                + " java.lang.VirtualThread.<init>(Executor,String,int,Runnable)");
    }

    @Test
    void a_java_lang_that_is_closed_is_named_with_the_flag() {
        assertThat(VThreads.unavailable(new IllegalAccessException("no")))
                .hasMessage(
                        "this JVM does not open java.lang: start it with --add-opens"
                                + " java.base/java.lang=ALL-UNNAMED (JDK "
                                + System.getProperty("java.version")
                                + ")");
    }
}
