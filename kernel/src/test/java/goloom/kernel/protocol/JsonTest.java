package goloom.kernel.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private static String write(@Nullable Object value) {
        return new String(Json.write(value), UTF_8);
    }

    @Test
    void every_kind_of_value_survives() {
        var value = new LinkedHashMap<String, @Nullable Object>();
        value.put("text", "é 𝄞 \" \\ \n \u2028");
        value.put("int", 5);
        value.put("long", 1L << 40);
        value.put("double", 0.25);
        value.put("true", true);
        value.put("null", null);
        value.put("list", Arrays.asList(1, null, List.of(), Map.of()));
        assertThat(Json.object(Json.write(value))).isEqualTo(value);
    }

    @Test
    void fields_keep_their_order() {
        assertThat(Json.object("{\"z\":1,\"a\":2,\"m\":3}".getBytes(UTF_8)).keySet())
                .containsExactly("z", "a", "m");
    }

    @Test
    void bytes_are_written_as_base64() {
        assertThat(write(new byte[] {1, 2, 3})).isEqualTo("\"AQID\"");
    }

    @Test
    void numbers_that_json_lacks_are_written_as_text() {
        assertThat(write(Double.NaN)).isEqualTo("\"NaN\"");
        assertThat(write(Double.POSITIVE_INFINITY)).isEqualTo("\"Infinity\"");
    }

    @Test
    void other_numbers_keep_their_digits() {
        assertThat(write(new BigDecimal("1.10"))).isEqualTo("1.10");
    }

    @Test
    void any_other_object_is_written_as_its_text() {
        assertThat(write(URI.create("a:b"))).isEqualTo("\"a:b\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[", "{\"a\":}", "{} {}", "nul", "{\"a\" 1}", "]"})
    void what_is_not_json_is_refused(String json) {
        assertThatThrownBy(() -> Json.read(json.getBytes(UTF_8)))
                .isInstanceOf(MalformedMessage.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "\"a\"", "null"})
    void what_is_not_an_object_is_refused(String json) {
        assertThatThrownBy(() -> Json.object(json.getBytes(UTF_8)))
                .hasMessage("want a JSON object");
    }

    @Test
    void values_inside_too_many_others_are_refused() {
        assertThatThrownBy(() -> Json.read("[".repeat(100_000).getBytes(UTF_8)))
                .isInstanceOf(MalformedMessage.class);
    }
}
