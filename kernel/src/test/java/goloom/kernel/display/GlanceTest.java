package goloom.kernel.display;

import static org.assertj.core.api.Assertions.assertThat;

import goloom.runtime.Chan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GlanceTest {
    private static String line(@Nullable Object value) {
        return Glance.of(value, 60);
    }

    private static AssertionError touched() {
        return new AssertionError("code of the learner ran");
    }

    record Point(int x, int y) {
        @Override
        public int x() {
            throw touched();
        }

        @Override
        public String toString() {
            throw touched();
        }
    }

    @SuppressWarnings("UnusedVariable") // read by reflection
    static class Account {
        private final String owner = "Ann";
        int balance = 5;
        static int number = 1;

        @Override
        public String toString() {
            throw touched();
        }

        @Override
        public int hashCode() {
            throw touched();
        }
    }

    @SuppressWarnings("UnusedVariable") // read by reflection
    static final class Savings extends Account {
        @Nullable Savings next;
    }

    enum Colour {
        RED {},
        BLUE
    }

    @Test
    void plain_values_are_said_as_the_result_of_a_cell_says_them() {
        for (Object o : new Object[] {5, 2.5, true, 'x', "a\n\"b\"", Duration.ofSeconds(3)}) {
            assertThat(line(o)).isEqualTo(Rendering.line(o, 60));
        }
        assertThat(line(null)).isEqualTo("null");
        assertThat(line(Chan.make(2, 0))).isEqualTo("chan int (len 0, cap 2)");
        assertThat(line(Colour.RED)).isEqualTo("RED");
    }

    @Test
    void containers_are_said_as_the_result_of_a_cell_says_them() {
        List<Object> values =
                List.of(
                        new int[] {1, 2},
                        new String[][] {{"a"}, {}},
                        List.of("a", 'b'),
                        new TreeMap<>(Map.of("k", List.of(1), "z", List.of())),
                        Optional.of(1),
                        Optional.empty());
        for (Object o : values) {
            assertThat(line(o)).isEqualTo(Rendering.line(o, 60));
        }
    }

    @Test
    void no_code_of_a_learner_s_class_runs() {
        assertThat(line(new Point(1, 2))).isEqualTo("Point[x=1, y=2]");
        assertThat(line(new Account())).isEqualTo("Account {owner=Ann, balance=5}");
        assertThat(line(List.of(new Point(1, 2)))).isEqualTo("[Point[x=1, y=2]]");
        assertThat(line(new AtomicReference<>(new Account())))
                .isEqualTo("Account {owner=Ann, balance=5}");
        assertThat(line(Optional.of(new Point(3, 4)))).isEqualTo("Optional[Point[x=3, y=4]]");
    }

    @Test
    void an_object_that_contains_itself_comes_to_an_end() {
        var s = new Savings();
        s.next = s;
        assertThat(Glance.of(s, 1000))
                .isEqualTo(
                        "Savings {owner=Ann, balance=5, next=Savings {owner=Ann, balance=5,"
                                + " next=Savings {owner=Ann, balance=5, next=Savings {...}}}}");
        List<Object> list = new ArrayList<>();
        list.add(list);
        assertThat(line(list)).isEqualTo("[[[[...]]]]");
    }

    @Test
    void a_line_has_no_line_breaks_and_no_more_characters_than_wanted() {
        var builder = new StringBuilder("a\n");
        builder.append("  b");
        assertThat(line(builder)).isEqualTo("a b");
        assertThat(line("x".repeat(1_000_000))).hasSize(60).endsWith("...");
        assertThat(line(IntStream.range(0, 1_000_000).boxed().toList())).hasSize(60);
        assertThat(line(new int[1_000_000])).hasSize(60);
        assertThat(Glance.of(new byte[30], 1000)).endsWith("0, ... 10 more]");
    }

    @Test
    void a_message_of_the_jdk_is_shown_and_one_of_a_learner_is_not_asked_for() {
        assertThat(line(new IllegalStateException("bad"))).isEqualTo("IllegalStateException: bad");
        class Mine extends RuntimeException {
            private static final long serialVersionUID = 1L;

            @Override
            public String getMessage() {
                throw touched();
            }
        }
        assertThat(line(new Mine())).isEqualTo("Mine");
    }

    @Test
    void what_is_locked_is_not_waited_for() throws Exception {
        var list = Collections.synchronizedList(new ArrayList<>(List.of(1)));
        var locked = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        var holder =
                new FutureTask<>(() -> {
                    synchronized (list) {
                        locked.countDown();
                        done.await();
                    }
                    return true;
                });
        Thread.ofPlatform().daemon().start(holder);
        locked.await();
        assertThat(line(list)).isEqualTo("List (locked)");
        assertThat(Branch.of(list)).isNull();
        done.countDown();
        holder.get();
        list.add(2);
        String text = line(list);
        while (text.equals("List (locked)")) { // its reader may still be on its way
            Thread.onSpinWait();
            text = line(list);
        }
        assertThat(text).isEqualTo("[1, 2]");
    }

    @Test
    void types_have_the_names_that_people_know() {
        assertThat(Glance.type(List.of(1, 2))).isEqualTo("List");
        assertThat(Glance.type(new ArrayList<>())).isEqualTo("ArrayList");
        assertThat(Glance.type(Map.of())).isEqualTo("Map");
        assertThat(Glance.type(new int[0][0])).isEqualTo("int[][]");
        assertThat(Glance.type(Colour.RED)).isEqualTo("Colour");
        assertThat(Glance.type((Runnable) () -> {})).isEqualTo("Runnable (a lambda)");
        assertThat(Glance.type(null)).isEqualTo("null");
    }
}
