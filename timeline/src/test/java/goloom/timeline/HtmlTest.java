package goloom.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import goloom.trace.Story;
import goloom.trace.Trace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The rules of notebook front ends.
final class HtmlTest {
    private static final Pattern IMG = Pattern.compile("<img [^>]*base64,([^\"]*)\">");

    private static List<String> pictures(String html) {
        List<String> list = new ArrayList<>();
        Matcher m = IMG.matcher(html);
        while (m.find()) {
            byte[] bytes = Base64.getDecoder().decode(m.group(1));
            list.add(new String(bytes, StandardCharsets.UTF_8));
        }
        return list;
    }

    @ParameterizedTest
    @EnumSource(Sample.class)
    void the_picture_is_an_img_that_needs_nothing_from_elsewhere(Sample sample) {
        String html = sample.timeline(2).html();
        assertThat(html).startsWith("<div class=\"gv\" data-v=\"1\"><p class=\"gv-sum\"");
        assertThat(html.replaceAll("<script[^>]*>.*?</script>", ""))
                .doesNotContain("<svg", "<style", " id=", "http", "javascript:");
        assertThat(pictures(html)).isNotEmpty().allSatisfy(HtmlTest::isGoodSvg);
        assertThat(html.length()).isLessThan(120_000);
    }

    private static void isGoodSvg(String svg) {
        assertThat(svg)
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100%\" height=\"")
                .contains("prefers-color-scheme:dark")
                .doesNotContain("color-scheme:light", "<script", "<title", "NaN", "null");
        assertThat(svg.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http");
        WellFormed.check(svg);
    }

    @Test
    void the_alt_of_the_picture_carries_the_sentence() {
        Timeline t = Sample.MAIN_RETURNS.timeline(1);
        Summary s = t.scene().summary();
        assertThat(t.html())
                .contains("alt=\"" + Svg.escape(s.sentence() + " " + s.trouble()) + "\"");
    }

    @Test
    void names_cannot_break_out() {
        Story s = new Story(1);
        String bad = "</script><b onclick=\"x\">&amp;'";
        int ch = s.channel(bad, 1);
        s.at(1).go(1, 2, bad, 2).at(2).send(1, ch, 1, bad).at(9).end(1);
        String html = Timeline.of(s.trace()).html();
        assertThat(html).doesNotContain("<b onclick");
        pictures(html).forEach(WellFormed::check);
    }

    @Test
    void the_same_trace_gives_the_same_bytes() {
        Trace t = Sample.WORKER_POOL.trace(2);
        assertThat(Timeline.of(t).html()).isEqualTo(Timeline.of(t).html());
    }

    @Test
    void only_html_and_plain_text_are_sent() {
        MimeBundle b = Sample.HELLO.timeline(1).bundle();
        assertThat(b.data()).containsOnlyKeys("text/html", "text/plain");
        assertThat(b.metadata()).containsOnlyKeys("gv");
    }

    @Test
    void a_trace_without_events_has_a_picture() {
        Trace none = new goloom.trace.TraceBuilder().build();
        assertThat(Timeline.of(none).html()).contains("0 goroutines");
    }

    @Test
    void a_deadlock_opens_who_waits_for_whom_instead_of_the_graph() {
        String html = Sample.DEADLOCK.timeline(2).html();
        assertThat(html).contains("<details open><summary>Who waits for whom");
        assertThat(html).contains("<details><summary>Fork");
    }
}
