package goloom.kernel.display;

import static org.assertj.core.api.Assertions.assertThat;

import goloom.kernel.display.Branch.Part;
import java.util.AbstractList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BranchTest {
    private static List<Part> parts(@Nullable Object value) {
        return Objects.requireNonNull(Branch.of(value)).parts();
    }

    private static List<String> said(@Nullable Object value) {
        return parts(value).stream()
                .map(p -> p.type() + " " + p.name() + " = " + p.value())
                .toList();
    }

    record Pair(int n, Object other) {}

    @Test
    void an_array_has_its_elements() {
        assertThat(said(new int[] {3, 4})).containsExactly("int [0] = 3", "int [1] = 4");
        assertThat(said(new String[] {"a"})).containsExactly("String [0] = \"a\"");
    }

    @Test
    void collections_have_elements_and_maps_have_keys() {
        assertThat(said(List.of("a"))).containsExactly("String [0] = \"a\"");
        assertThat(said(new LinkedHashSet<>(List.of(7, 8))))
                .containsExactly("Integer [0] = 7", "Integer [1] = 8");
        assertThat(said(new TreeMap<>(Map.of("k", List.of(1)))))
                .containsExactly("List \"k\" = [1]");
    }

    @Test
    void an_object_has_its_fields() {
        assertThat(said(new Pair(1, List.of()))).containsExactly("int n = 1", "List other = []");
        assertThat(said(new GlanceTest.Savings()))
                .containsExactly(
                        "String owner = \"Ann\"", "int balance = 5", "Savings next = null");
    }

    @Test
    void what_has_nothing_in_it_has_no_branch() {
        for (Object o : new Object[] {1, "text", List.of(), Map.of(), new int[0], new Object()}) {
            assertThat(Branch.of(o)).isNull();
        }
        assertThat(Branch.of(null)).isNull();
        assertThat(Branch.of((Runnable) () -> {})).isNull();
    }

    @Test
    void a_collection_of_a_learner_is_an_object_like_others() {
        var list =
                new AbstractList<Integer>() {
                    @Override
                    public Integer get(int index) {
                        throw new AssertionError("code of the learner ran");
                    }

                    @Override
                    public int size() {
                        throw new AssertionError("code of the learner ran");
                    }
                };
        assertThat(Branch.of(list)).isNull();
    }

    @Test
    void long_ones_come_in_pieces_of_which_every_element_can_be_reached() {
        for (Object o : List.of(numbers(), new LinkedHashSet<>(numbers()), numbers().toArray())) {
            List<Part> pieces = parts(o);
            assertThat(pieces).hasSize(3);
            assertThat(pieces.get(2).name()).isEqualTo("[20000 ... 20002]");
            assertThat(pieces.get(2).value()).isEqualTo("3 elements");
            assertThat(pieces.get(1).branch()).isNotNull();
            List<Part> hundreds = Objects.requireNonNull(pieces.get(1).branch()).parts();
            assertThat(hundreds).hasSize(100);
            assertThat(hundreds.get(99).name()).isEqualTo("[19900 ... 19999]");
            List<Part> ones = Objects.requireNonNull(hundreds.get(99).branch()).parts();
            assertThat(ones).hasSize(100);
            assertThat(ones.get(99).name()).isEqualTo("[19999]");
            assertThat(ones.get(99).value()).isEqualTo("19999");
        }
    }

    private static List<Integer> numbers() {
        return IntStream.range(0, 20_003).boxed().toList();
    }

    @Test
    void a_long_map_comes_in_pieces() {
        var map = new TreeMap<Integer, Integer>();
        IntStream.range(0, 250).forEach(i -> map.put(i, -i));
        List<Part> pieces = parts(map);
        assertThat(pieces).hasSize(3);
        List<Part> last = Objects.requireNonNull(pieces.get(2).branch()).parts();
        assertThat(last).hasSize(50);
        assertThat(last.get(49).name()).isEqualTo("249");
        assertThat(last.get(49).value()).isEqualTo("-249");
    }
}
