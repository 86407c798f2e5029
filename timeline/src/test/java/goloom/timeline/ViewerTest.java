package goloom.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import goloom.trace.Analysis;
import goloom.trace.Spans;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The script as it is sent.
final class ViewerTest {
    @Test
    void comments_and_spaces_go() {
        assertThat(Shrink.script("// what\nconst a = 1; // why\nlet b = a + +a;\n"))
                .isEqualTo("let a=1;let b=a+ +a;");
    }

    @Test
    void a_line_break_that_may_end_a_statement_stays() {
        assertThat(Shrink.script("f({\n  a: 1,\n})\ng()\n")).isEqualTo("f({a:1})\ng()");
    }

    @Test
    void a_variable_gets_a_short_name_unless_it_is_a_property_too() {
        assertThat(Shrink.script("let width=1,list=2;f(width,x.list,'width',{width:3,list});"))
                .isEqualTo("let width=1,list=2;f(width,x.list,'width',{width:3,list});");
        assertThat(Shrink.script("function make(a){let color=a;return color+'color'}make(1);"))
                .isEqualTo("function $1(a){let $0=a;return $0+'color'}$1(1);");
    }

    @Test
    void a_lone_parameter_needs_no_brackets() {
        assertThat(Shrink.script("f((x) => g(x), (a, b) => (a), async (s) => s);"))
                .isEqualTo("f(x=>g(x),(a,b)=>(a),async(s)=>s);");
    }

    @Test
    void what_is_quoted_stays() {
        assertThat(Shrink.script("x = 'a  // \\' b' + `c\n d` + \"e  f\";"))
                .isEqualTo("x='a  // \\' b'+`c\n d`+\"e  f\";");
    }

    @Test
    void the_viewer_is_small_and_needs_nothing() {
        int bytes = Viewer.text().getBytes(StandardCharsets.UTF_8).length;
        assertThat(bytes).isLessThanOrEqualTo(Viewer.MOST_BYTES);
        assertThat(Viewer.text()).doesNotContain("import ", "export ", "</script", "http");
    }

    @Test
    void its_arithmetic_is_that_of_the_analysis(@TempDir Path folder) throws Exception {
        assumeTrue(hasNode(), "node is missing");
        for (Sample sample : Sample.values()) {
            for (int procs : new int[] {1, 4}) {
                Timeline t = sample.timeline(procs);
                String json =
                        Json.of(Map.of("facts", facts(t)))
                                .replaceFirst("^\\{", "{\"data\":" + quoted(t.liveData()) + ",");
                Files.writeString(folder.resolve(sample.name() + "-" + procs + ".json"), json);
            }
        }
        Path tests = Path.of("src/test/viewer").toAbsolutePath();
        ProcessBuilder b = new ProcessBuilder("node", "--test", tests.toString());
        b.environment().put("GOLOOM_CASES", folder.toString());
        Process node = b.redirectErrorStream(true).start();
        String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(node.waitFor()).as(said).isZero();
        assertThat(said).containsPattern("# pass [1-9]\\d\\d").contains("# fail 0");
    }

    private static String quoted(String json) {
        return json.replace("\\", "\\\\").replace("$", "\\$");
    }

    private static boolean hasNode() {
        try {
            return new ProcessBuilder("node", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> facts(Timeline t) {
        Analysis a = t.analysis();
        Spans spans = a.spans();
        List<Object> all = new ArrayList<>();
        for (int g = 0; g < spans.goroutines(); g++) {
            List<Object> list = new ArrayList<>();
            for (int i = spans.from(g); i < spans.to(g); i++) {
                if (spans.end(i) > spans.start(i)) {
                    list.add(
                            List.of(
                                    spans.state(i).ordinal(),
                                    spans.start(i) - spans.begin(),
                                    spans.end(i) - spans.begin()));
                }
            }
            all.add(list);
        }
        BufferLanes lanes = new BufferLanes(a, t.scene().axis(), Rows.of(a));
        List<Object> held = new ArrayList<>();
        for (int ch : lanes.channels()) {
            held.add(
                    a.buffers().held(ch).stream()
                            .map(h ->
                                    List.of(
                                            h.slot(),
                                            h.from() - spans.begin(),
                                            h.to() - spans.begin()))
                            .toList());
        }
        List<Long> moments = new ArrayList<>();
        for (Axis.Tick tick : t.scene().axis().ticks(10_000)) {
            moments.add(t.scene().axis().time(tick.at()) - spans.begin());
        }
        return Map.of("spans", all, "held", held, "moments", moments);
    }
}
