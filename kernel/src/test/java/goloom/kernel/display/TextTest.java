package goloom.kernel.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TextTest {
    @Test
    void arrays_show_their_elements() {
        assertThat(Text.of(new int[] {1, 2, 3})).isEqualTo("[1, 2, 3]");
        assertThat(Text.of(new double[0])).isEqualTo("[]");
        assertThat(Text.of(new String[][] {{"a"}, {"b", null}})).isEqualTo("[[a], [b, null]]");
    }

    @Test
    void collections_and_maps_show_arrays_inside() {
        assertThat(Text.of(List.of(new int[] {1}, new int[] {2}))).isEqualTo("[[1], [2]]");
        assertThat(Text.of(new TreeMap<>(Map.of("a", new char[] {'x'}, "b", new char[0]))))
                .isEqualTo("{a=[x], b=[]}");
    }

    @Test
    void long_ones_say_how_much_is_missing() {
        assertThat(Text.of(IntStream.range(0, 1000).boxed().toList()))
                .startsWith("[0, 1, ")
                .endsWith("98, 99, ... 900 more]");
        assertThat(Text.of(new byte[101])).endsWith("0, 0, ... 1 more]");
        var map = new TreeMap<Integer, Integer>();
        IntStream.range(0, 150).forEach(i -> map.put(i, i));
        assertThat(Text.of(map)).endsWith("99=99, ... 50 more}");
    }

    @Test
    void a_very_long_text_is_cut() {
        assertThat(Text.of("x".repeat(200_000)))
                .hasSizeLessThan(101_000)
                .endsWith("x... 100000 more characters");
    }

    @Test
    void what_contains_itself_has_an_end() {
        List<@Nullable Object> list = new ArrayList<>();
        list.add(1);
        list.add(list);
        assertThat(Text.of(list)).isEqualTo("[1, (itself)]");
        List<Integer> twice = List.of(7);
        assertThat(Text.of(List.of(twice, twice))).isEqualTo("[[7], [7]]");
    }

    @Test
    void a_stream_shows_its_first_elements_and_that_it_is_used_up() {
        assertThat(Text.of(Stream.of("a", "b"))).isEqualTo("Stream[a, b] (used up now)");
        assertThat(Text.of(IntStream.iterate(0, i -> i + 1)))
                .startsWith("Stream[0, 1, ")
                .endsWith("99, ...] (used up now)");
        Stream<String> used = Stream.of("a");
        assertThat(used.toList()).hasSize(1);
        assertThat(Text.of(used)).isEqualTo("Stream (used up)");
    }

    @Test
    @SuppressWarnings("ArrayRecordComponent") // Learners write such records.
    void records_show_arrays_inside() {
        record Point(String name, int[] xs) {}
        assertThat(Text.of(new Point("p", new int[] {1, 2}))).isEqualTo("Point[name=p, xs=[1, 2]]");
    }

    @Test
    void a_to_string_of_one_s_own_is_respected() {
        record Money(int cents) {
            @Override
            public String toString() {
                return cents / 100 + " EUR";
            }
        }
        class Own extends ArrayList<String> {
            private static final long serialVersionUID = 1L;

            @Override
            public String toString() {
                return "mine";
            }
        }
        assertThat(Text.of(new Money(500))).isEqualTo("5 EUR");
        assertThat(Text.of(new Own())).isEqualTo("mine");
        assertThat(Text.of(List.of(new Money(100)))).isEqualTo("[1 EUR]");
    }

    @Test
    @SuppressWarnings("ToStringReturnsNull") // So do some classes.
    void a_to_string_that_throws_or_gives_null_does_no_harm() {
        class Bad {
            @Override
            public String toString() {
                throw new IllegalStateException("broken");
            }
        }
        class Null {
            @Override
            public @Nullable String toString() {
                return null;
            }
        }
        assertThat(Text.of(new Bad()))
                .contains("Bad (its toString() threw java.lang.IllegalStateException: broken)");
        assertThat(Text.of(Arrays.asList(new Null(), 1))).isEqualTo("[null, 1]");
    }

    @Test
    void what_changes_while_it_is_shown_does_no_harm() {
        List<Object> list = new ArrayList<>();
        Object changing =
                new Object() {
                    @Override
                    public String toString() {
                        list.add("more");
                        return "x";
                    }
                };
        Collections.addAll(list, changing, "y");
        assertThat(Text.of(list)).contains("[x").contains("ConcurrentModificationException");
    }

    @Test
    void a_lambda_is_called_so() {
        Runnable r = () -> {};
        assertThat(Text.of(r)).isEqualTo("Runnable (a lambda)");
    }

    @Test
    void generated_names_are_left_out() {
        assertThat(Names.clean("class REPL.$JShell$12$Point")).isEqualTo("class Point");
        assertThat(Names.clean("REPL.$JShell$6B$P$Inner@1f")).isEqualTo("P$Inner@1f");
        assertThat(Names.clean("REPL.$JShell$33.s is null")).isEqualTo("s is null");
        assertThat(Names.clean("$5 ==> 7")).isEqualTo("$5 ==> 7");
    }
}
