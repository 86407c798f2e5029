package goloom.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import goloom.trace.Story;
import goloom.trace.Trace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The files for other programs.
final class ExportTest {
    private static final String COMMA = ",(?=([^\"]*\"[^\"]*\")*[^\"]*$)"; // not in quotes

    private static Timeline told() {
        Story s = new Story(1);
        int ch = s.channel("jobs", 1);
        s.at(1).go(1, 2, "worker \"one\", two", 2);
        s.at(2).send(1, ch, 1, "42").at(9).end(1);
        return Timeline.of(s.trace());
    }

    @Test
    void csv_has_a_row_for_each_event_and_a_cell_for_each_column() {
        Timeline t = told();
        List<String> lines = t.csv().lines().toList();
        assertThat(lines).hasSize(t.analysis().trace().size() + 1);
        assertThat(lines.getFirst())
                .isEqualTo(
                        "time,event,goroutine,from,to,reason,thread,proc,by,object,value,line,arg");
        assertThat(lines).allSatisfy(l -> assertThat(l.split(COMMA, -1)).hasSize(13));
        assertThat(lines)
                .filteredOn(l -> l.startsWith("1,go_create"))
                .singleElement()
                .satisfies(l -> assertThat(l).contains(",2,not there,runnable,,").contains(",1,"));
        assertThat(lines)
                .filteredOn(l -> l.contains("chan_send"))
                .singleElement()
                .satisfies(l -> assertThat(l).contains(",jobs,42,"));
    }

    @Test
    void a_row_begins_in_the_state_in_which_the_one_before_ended() {
        for (Sample sample : Sample.values()) {
            Trace t = sample.trace(2);
            EventTable table = new EventTable(t);
            Map<Object, Object> states = new HashMap<>();
            for (int i = 0; i < t.size(); i++) {
                @Nullable Object[] row = table.row(i);
                if (row[4] != null && row[2] != null) {
                    Object before = states.put(row[2], row[4]);
                    if (before != null) {
                        assertThat(row[3]).as("%s, event %d", sample, i).isEqualTo(before);
                    }
                }
            }
            assertThat(states).isNotEmpty();
        }
    }

    @Test
    void json_has_columns_of_equal_length() {
        Timeline t = told();
        String json = t.json();
        assertThat(json)
                .startsWith("{\"v\":1,\"unit\":\"ns\",")
                .contains("\"name\":\"worker \\\"one\\\", two\"")
                .contains("\"ending\":{\"kind\":\"RETURNED\",\"text\":\"\"}");
        int n = t.analysis().trace().size();
        for (String column : List.of("time", "event", "goroutine", "thread", "arg")) {
            String at = "\"" + column + "\":[";
            String values = json.substring(json.indexOf("\"events\""));
            values = values.substring(values.indexOf(at) + at.length());
            values = values.substring(0, values.indexOf(']'));
            assertThat(values.split(",")).as(column).hasSize(n);
        }
    }
}
