package org.plantdeck.historian.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;

import org.plantdeck.signal.Value;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Values by their keys as one flat JSON object that {@code jsonb} keeps to the bit: real numbers
 * have a point, whole ones have none, and what JSON or {@code numeric} has no number for stands in
 * an object, as in {@code {"real": "NaN"}}. Threads: any.
 */
public final class LeavesJson {

    private static final String REAL = "real";

    /** The expansion of the smallest number has 1,075 digits behind the point. */
    private static final int DIGITS_MAX = 2_000;

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNumberLength(DIGITS_MAX).build())
                    .build();

    private LeavesJson() {}

    /** The object of some values. */
    public static String write(Map<String, Value> leaves) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            for (Map.Entry<String, Value> leaf : leaves.entrySet()) {
                json.writeFieldName(leaf.getKey());
                write(json, leaf.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Value value) throws IOException {
        switch (value) {
            case Value.Real(double real) when isPlain(real) -> json.writeNumber(plain(real));
            case Value.Real(double real) -> {
                json.writeStartObject();
                json.writeStringField(REAL, Double.toString(real));
                json.writeEndObject();
            }
            case Value.Whole(long whole) -> json.writeNumber(whole);
            case Value.Flag(boolean flag) -> json.writeBoolean(flag);
            case Value.Text(String text) -> json.writeString(text);
            case Value.Absent _ -> json.writeNull();
        }
    }

    private static boolean isPlain(double real) {
        return Double.isFinite(real) && !(real == 0 && 1 / real < 0);
    }

    private static String plain(double real) {
        String digits = new BigDecimal(Double.toString(real)).toPlainString();
        return digits.contains(".") ? digits : digits + ".0";
    }

    /** The values of an object that {@link #write} made, whatever has stored it since. */
    public static Map<String, Value> read(String json) {
        Map<String, Value> leaves = new LinkedHashMap<>();
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName();
                leaves.put(key, value(parser, parser.nextToken()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return leaves;
    }

    private static Value value(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_NUMBER_INT -> Value.of(parser.getLongValue());
            case VALUE_NUMBER_FLOAT -> Value.of(Double.parseDouble(parser.getText()));
            case VALUE_TRUE -> Value.of(true);
            case VALUE_FALSE -> Value.of(false);
            case VALUE_STRING -> Value.of(parser.getText());
            case START_OBJECT -> {
                parser.nextToken();
                parser.nextToken();
                double real = Double.parseDouble(parser.getText());
                parser.nextToken();
                yield Value.of(real);
            }
            default -> Value.absent();
        };
    }

    /** A value as PostgreSQL can hold it: a text has no NUL there and is sound UTF-8. */
    public static Value storable(Value value) {
        return value instanceof Value.Text(String text) ? Value.of(storable(text)) : value;
    }

    /** The same of a text. */
    public static String storable(String text) {
        boolean sound = true;
        for (int i = 0; sound && i < text.length(); i++) {
            char c = text.charAt(i);
            sound = c != 0 && !Character.isSurrogate(c);
        }
        return sound
                ? text
                : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                        .replace('\0', '\uFFFD');
    }
}
