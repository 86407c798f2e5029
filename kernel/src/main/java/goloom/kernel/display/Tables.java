package goloom.kernel.display;

import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds tables in values: lists of records of one kind, lists of maps with the same keys, results
/// of SQL queries.
final class Tables {
    private Tables() {}

    /// The table that a value is, or null if it is none.
    static @Nullable Table of(Object value) {
        return switch (value) {
            case Collection<?> c -> ofRows(c, c.size());
            case Object[] array -> ofRows(Arrays.asList(array), array.length);
            case ResultSet r -> ofQuery(r);
            case Object _ -> null;
        };
    }

    private static @Nullable Table ofRows(Iterable<?> rows, int size) {
        List<Object> first = new ArrayList<>();
        for (Object row : rows) {
            boolean fits = row instanceof Record || row instanceof Map<?, ?>;
            if (!fits || !first.isEmpty() && row.getClass() != first.getFirst().getClass()) {
                return null;
            }
            if (first.size() < Table.MOST_ROWS) {
                first.add(row);
            }
        }
        if (first.isEmpty()) {
            return null;
        }
        int more = size - first.size();
        String rest = more > 0 ? "... " + more + " more rows" : null;
        return switch (first.getFirst()) {
            case Record r -> ofRecords(r.getClass().getRecordComponents(), first, rest);
            case Map<?, ?> m -> ofMaps(m, first, rest);
            case Object _ -> null;
        };
    }

    private static @Nullable Table ofRecords(
            RecordComponent[] components, List<Object> records, @Nullable String more) {
        if (components.length == 0) {
            return null;
        }
        List<String> header = Arrays.stream(components).map(RecordComponent::getName).toList();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Object r : records) {
            List<@Nullable Object> row = new ArrayList<>();
            for (RecordComponent c : components) {
                row.add(Components.value((Record) r, c));
            }
            rows.add(row);
        }
        return new Table(header, rows, more);
    }

    private static @Nullable Table ofMaps(
            Map<?, ?> first, List<Object> maps, @Nullable String more) {
        if (first.isEmpty() || !first.keySet().stream().allMatch(k -> k instanceof String)) {
            return null;
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Object o : maps) {
            Map<?, ?> map = (Map<?, ?>) o;
            if (!map.keySet().equals(first.keySet())) {
                return null;
            }
            List<@Nullable Object> row = new ArrayList<>();
            first.keySet().forEach(k -> row.add(map.get(k)));
            rows.add(row);
        }
        return new Table(first.keySet().stream().map(String::valueOf).toList(), rows, more);
    }

    /// Reads on from where the cursor stands.
    private static @Nullable Table ofQuery(ResultSet result) {
        try {
            ResultSetMetaData meta = result.getMetaData();
            List<String> header = new ArrayList<>();
            for (int c = 1; c <= meta.getColumnCount(); c++) {
                String label = meta.getColumnLabel(c);
                header.add(label == null ? meta.getColumnName(c) : label);
            }
            List<List<@Nullable Object>> rows = new ArrayList<>();
            boolean more = result.next();
            for (; more && rows.size() < Table.MOST_ROWS; more = result.next()) {
                List<@Nullable Object> row = new ArrayList<>();
                for (int c = 1; c <= header.size(); c++) {
                    row.add(result.getObject(c));
                }
                rows.add(row);
            }
            return new Table(header, rows, more ? "... more rows" : null);
        } catch (SQLException _) {
            return null; // closed, or an update count: its text says enough
        }
    }
}
