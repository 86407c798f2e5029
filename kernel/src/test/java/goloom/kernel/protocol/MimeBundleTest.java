package goloom.kernel.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MimeBundleTest {
    @Test
    void a_bundle_without_text_gets_the_name_of_its_type() {
        MimeBundle html = MimeBundle.of("text/html", "<b>x</b>").withText();
        assertThat(html.data()).containsEntry("text/plain", "<text/html>");
    }

    @Test
    void an_empty_text_is_no_text() {
        assertThat(MimeBundle.text("").withText().data())
                .containsEntry("text/plain", "<text/plain>");
    }

    @Test
    void an_empty_bundle_has_text() {
        assertThat(new MimeBundle(Map.of(), Map.of(), Map.of()).text()).isEqualTo("<nothing>");
    }

    @Test
    void a_bundle_does_not_change_when_its_maps_do() {
        var data = new HashMap<String, @Nullable Object>();
        data.put("text/plain", "before");
        var bundle = new MimeBundle(data, Map.of(), Map.of());
        data.put("text/plain", "after");
        assertThat(bundle.text()).isEqualTo("before");
    }

    @Test
    void the_display_id_is_transient() {
        MimeBundle bundle = MimeBundle.text("x").withDisplayId("one");
        assertThat(bundle.displayId()).isEqualTo("one");
        assertThat(bundle.transientData()).containsOnlyKeys("display_id");
        assertThat(bundle.metadata()).isEmpty();
    }
}
