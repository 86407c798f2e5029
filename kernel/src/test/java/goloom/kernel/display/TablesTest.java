package goloom.kernel.display;

import static org.assertj.core.api.Assertions.assertThat;

import goloom.kernel.protocol.MimeBundle;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.rowset.CachedRowSet;
import javax.sql.rowset.RowSetMetaDataImpl;
import javax.sql.rowset.RowSetProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TablesTest {
    record City(String name, int people, @Nullable Double area) {}

    private static final List<City> CITIES =
            List.of(new City("Ulm", 126_949, 118.7), new City("Bühl <x>", 29_000, null));

    private static MimeBundle show(Object value) {
        return Rendering.of(value);
    }

    @Test
    void records_of_one_kind_are_a_table() {
        assertThat(show(CITIES).text())
                .isEqualTo(
                        """
                        name      people   area
                        Ulm       126949  118.7
                        Bühl <x>   29000   null\
                        """);
    }

    @Test
    void html_of_a_table_is_escaped_and_numbers_stand_right() {
        String html = String.valueOf(show(CITIES).data().get("text/html"));
        assertThat(html)
                .startsWith("<table>")
                .contains("<th style=\"text-align:right\">people</th>")
                .contains("<td style=\"text-align:left\">Bühl &lt;x&gt;</td>")
                .contains("<td style=\"text-align:right\">29000</td>");
    }

    @Test
    void an_array_of_records_is_a_table_too() {
        assertThat(show(CITIES.toArray()).data()).containsKey("text/html");
    }

    @Test
    void maps_with_the_same_keys_are_a_table() {
        var first = new LinkedHashMap<String, Object>();
        first.put("b", 1);
        first.put("a", "x");
        var second = new LinkedHashMap<String, Object>();
        second.put("a", "y");
        second.put("b", 22);
        assertThat(show(List.of(first, second)).text())
                .isEqualTo(
                        """
                         b  a
                         1  x
                        22  y\
                        """);
    }

    @Test
    void other_lists_are_no_tables() {
        record Other(int x) {}
        record Empty() {}
        assertThat(show(List.of()).data()).containsOnlyKeys("text/plain");
        assertThat(show(List.of(1, 2)).data()).containsOnlyKeys("text/plain");
        assertThat(show(List.of(CITIES.getFirst(), new Other(1))).data())
                .containsOnlyKeys("text/plain");
        assertThat(show(Arrays.asList(new Other(1), null)).data()).containsOnlyKeys("text/plain");
        assertThat(show(List.of(new Empty())).data()).containsOnlyKeys("text/plain");
        assertThat(show(List.of(Map.of("a", 1), Map.of("b", 1))).data())
                .containsOnlyKeys("text/plain");
        assertThat(show(List.of(Map.of(1, 1))).data()).containsOnlyKeys("text/plain");
    }

    @Test
    void a_long_table_says_how_many_rows_are_missing() {
        var rows =
                new ArrayList<City>(
                        IntStream.range(0, 100).mapToObj(i -> new City("c", i, 0.0)).toList());
        String text = show(rows).text();
        assertThat(text.lines()).hasSize(1 + Table.MOST_ROWS + 1);
        assertThat(text).endsWith("... 40 more rows");
        assertThat(String.valueOf(show(rows).data().get("text/html"))).contains("40 more rows");
    }

    private static CachedRowSet query(int rows) throws SQLException {
        var meta = new RowSetMetaDataImpl();
        meta.setColumnCount(2);
        meta.setColumnLabel(1, "id");
        meta.setColumnLabel(2, "word");
        meta.setColumnType(1, Types.INTEGER);
        meta.setColumnType(2, Types.VARCHAR);
        CachedRowSet set = RowSetProvider.newFactory().createCachedRowSet();
        set.setMetaData(meta);
        for (int i = rows; i > 0; i--) {
            set.moveToInsertRow();
            set.updateInt(1, i);
            set.updateString(2, "w" + i);
            set.insertRow();
            set.moveToCurrentRow();
        }
        set.beforeFirst();
        return set;
    }

    @Test
    void the_result_of_a_query_is_a_table() throws SQLException {
        assertThat(show(query(2)).text())
                .isEqualTo(
                        """
                        id  word
                         1  w1
                         2  w2\
                        """);
        assertThat(show(query(70)).text()).endsWith("... more rows");
        assertThat(show(query(0)).text()).isEqualTo("id  word");
    }

    @Test
    void a_value_with_lines_stays_in_its_row() {
        assertThat(show(List.of(new City("a\nb", 1, null))).text()).contains("a\\nb");
    }
}
