package goloom.kernel.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// JSON as plain Java: Map, List, String, Number, Boolean, null. The one place that knows Jackson.
///
/// Writing accepts arrays of bytes too (base64); every other object is written as its text.
public final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /// Reads an object.
    ///
    /// @throws MalformedMessage if it is not JSON, or not an object
    public static Map<String, @Nullable Object> object(byte[] json) {
        if (read(json) instanceof Map<?, ?> map) {
            @SuppressWarnings("unchecked") // Keys of JSON objects are strings.
            var object = (Map<String, @Nullable Object>) map;
            return object;
        }
        throw new MalformedMessage("want a JSON object");
    }

    /// Reads any value.
    ///
    /// @throws MalformedMessage if it is not JSON
    public static @Nullable Object read(byte[] json) {
        try (JsonParser in = FACTORY.createParser(json)) {
            JsonToken first = in.nextToken();
            if (first == null) {
                throw new MalformedMessage("want JSON, got nothing");
            }
            Object value = value(in, first);
            if (in.nextToken() != null) {
                throw new MalformedMessage("more than one JSON value");
            }
            return value;
        } catch (IOException e) {
            throw new MalformedMessage("not JSON: " + e.getMessage(), e);
        }
    }

    private static @Nullable Object value(JsonParser in, JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> {
                var map = new LinkedHashMap<String, @Nullable Object>();
                while (in.nextToken() == JsonToken.FIELD_NAME) {
                    String name = in.currentName();
                    map.put(name, value(in, in.nextToken()));
                }
                yield map;
            }
            case START_ARRAY -> {
                var list = new ArrayList<@Nullable Object>();
                for (JsonToken t; (t = in.nextToken()) != JsonToken.END_ARRAY; ) {
                    list.add(value(in, t));
                }
                yield list;
            }
            case VALUE_STRING -> in.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> in.getNumberValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                    throw new MalformedMessage("unexpected " + token);
        };
    }

    /// Writes a value as UTF-8.
    public static byte[] write(@Nullable Object value) {
        return write(value, false);
    }

    private static byte[] write(@Nullable Object value, boolean pretty) {
        var out = new ByteArrayOutputStream(512);
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            if (pretty) {
                json.useDefaultPrettyPrinter();
            }
            write(json, value);
        } catch (IOException e) {
            throw new UncheckedIOException("JSON to memory", e);
        }
        return out.toByteArray();
    }

    /// Writes a value for people to read.
    public static byte[] pretty(@Nullable Object value) {
        return write(value, true);
    }

    private static void write(JsonGenerator json, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case Map<?, ?> map -> {
                json.writeStartObject();
                for (Map.Entry<?, ?> e : map.entrySet()) {
                    json.writeFieldName(String.valueOf(e.getKey()));
                    write(json, e.getValue());
                }
                json.writeEndObject();
            }
            case Collection<?> list -> {
                json.writeStartArray();
                for (Object o : list) {
                    write(json, o);
                }
                json.writeEndArray();
            }
            case Boolean b -> json.writeBoolean(b);
            case Integer n -> json.writeNumber(n);
            case Long n -> json.writeNumber(n);
            case Double n -> number(json, n);
            case Number n -> json.writeNumber(n.toString());
            case byte[] bytes -> json.writeBinary(bytes);
            case Object o -> json.writeString(o.toString());
        }
    }

    /// JSON has no NaN and no infinity.
    private static void number(JsonGenerator json, double n) throws IOException {
        if (Double.isFinite(n)) {
            json.writeNumber(n);
        } else {
            json.writeString(Double.toString(n));
        }
    }

    static List<?> list(@Nullable Object value) {
        return value instanceof List<?> l ? l : List.of();
    }
}
