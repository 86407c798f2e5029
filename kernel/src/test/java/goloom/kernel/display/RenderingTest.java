package goloom.kernel.display;

import static org.assertj.core.api.Assertions.assertThat;

import goloom.kernel.protocol.MimeBundle;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.DisplayDataRenderable;
import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.awt.image.BufferedImage;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RenderingTest {
    private static MimeBundle result(Object value) {
        return Objects.requireNonNull(Rendering.result(value));
    }

    @Test
    void text_is_quoted_as_a_result_and_plain_as_a_display() {
        assertThat(result("a \"b\"\n").text()).isEqualTo("\"a \\\"b\\\"\\n\"");
        assertThat(result('\'').text()).isEqualTo("'\\''");
        assertThat(result("").text()).isEqualTo("\"\"");
        assertThat(Rendering.of("a \"b\"\n").text()).isEqualTo("a \"b\"\n");
    }

    @Test
    void numbers_are_plain() {
        assertThat(result(5).data()).isEqualTo(Map.of("text/plain", "5"));
        assertThat(result(1.5).text()).isEqualTo("1.5");
        assertThat(result(true).text()).isEqualTo("true");
        assertThat(Objects.requireNonNull(Rendering.result(null)).text()).isEqualTo("null");
    }

    @Test
    void a_bundle_is_shown_as_it_is() {
        assertThat(result(Display.html("<p>a</p><p>b &lt; c</p><script>x</script>")).data())
                .containsEntry("text/html", "<p>a</p><p>b &lt; c</p><script>x</script>")
                .containsEntry("text/plain", "a\nb < c");
        assertThat(result(Display.math("x^2")).data())
                .isEqualTo(Map.of("text/latex", "$$x^2$$", "text/plain", "x^2"));
    }

    @Test
    void a_picture_becomes_png() {
        MimeBundle bundle = result(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB));
        assertThat(bundle.text()).isEqualTo("image 3 x 2");
        byte[] png = Base64.getDecoder().decode(String.valueOf(bundle.data().get("image/png")));
        assertThat(png).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void display_data_of_a_library_is_shown() {
        var data = new DisplayData("text");
        data.putHTML("<i>text</i>");
        data.putJSON("{\"a\":[1]}");
        data.putMetaData("k", "v");
        data.setDisplayId("id");
        MimeBundle bundle = result(data);
        assertThat(bundle.data())
                .containsEntry("text/plain", "text")
                .containsEntry("text/html", "<i>text</i>")
                .containsEntry("application/json", Map.of("a", List.of(1)));
        assertThat(bundle.metadata()).isEqualTo(Map.of("k", "v"));
        assertThat(bundle.displayId()).isEqualTo("id");
    }

    private static final class Chart implements DisplayDataRenderable {
        @Override
        public void render(RenderContext context) {
            context.renderIfRequested(MIMEType.TEXT_HTML, () -> "<svg></svg>");
        }

        @Override
        public String toString() {
            return "a chart";
        }
    }

    @Test
    void a_renderable_of_a_library_renders_itself() {
        assertThat(result(new Chart()).data())
                .isEqualTo(Map.of("text/html", "<svg></svg>", "text/plain", "a chart"));
    }

    private static class Shape {}

    private static final class Circle extends Shape {
        @Override
        public String toString() {
            return "circle";
        }
    }

    @Test
    void a_renderer_of_a_library_is_used_for_its_types() {
        Display.renderer()
                .createRegistration(Shape.class)
                .preferring(MIMEType.TEXT_HTML)
                .supporting(MIMEType.TEXT_MARKDOWN)
                .register((shape, context) -> {
                    context.renderIfRequested(MIMEType.TEXT_HTML, () -> "<b>o</b>");
                    context.renderIfRequested(MIMEType.TEXT_MARKDOWN, () -> "**o**");
                });
        assertThat(result(new Circle()).data())
                .isEqualTo(Map.of("text/html", "<b>o</b>", "text/plain", "circle"));
        assertThat(Rendering.as(new Circle(), "text/markdown").data())
                .isEqualTo(Map.of("text/markdown", "**o**", "text/plain", "circle"));
    }

    @Test
    void text_can_be_shown_in_any_form() {
        assertThat(Rendering.as("<b>x</b>", "text/html").data())
                .isEqualTo(Map.of("text/html", "<b>x</b>", "text/plain", "<b>x</b>"));
    }
}
