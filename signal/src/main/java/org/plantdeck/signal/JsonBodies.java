package org.plantdeck.signal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Function;

/** Reading and writing of JSON objects, shared by the codecs of this package. Threads: any. */
final class JsonBodies {

    private static final JsonFactory JSON =
            JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    private static final JsonMapper MAPPER =
            JsonMapper.builder(JSON).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    /** Plain text beyond this is no value. */
    private static final int TEXT_MAX = 1_000;

    private JsonBodies() {}

    /** Writes the fields of one object. */
    interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    /** Decodes an object; {@link BadBody} thrown inside becomes the reason. */
    static <T> Decoded<T> decode(byte[] body, Function<ObjectNode, T> meaning) {
        try {
            JsonNode node = MAPPER.readTree(body);
            if (!(node instanceof ObjectNode object)) {
                return new Decoded.Malformed<>("the body is not a JSON object");
            }
            return new Decoded.Sound<>(meaning.apply(object));
        } catch (JsonProcessingException notJson) {
            return new Decoded.Malformed<>("the body is not JSON: " + notJson.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        } catch (BadBody bad) {
            return new Decoded.Malformed<>(String.valueOf(bad.getMessage()));
        }
    }

    /** Decodes any JSON, or plain text as the text it is; what holds nothing is refused. */
    static <T> Decoded<T> decodeAny(byte[] body, Function<JsonNode, T> meaning) {
        try {
            JsonNode node = jsonOrText(body);
            if (node.isMissingNode() || node.isNull() || (node.isObject() && node.isEmpty())) {
                return new Decoded.Malformed<>("the body holds no value");
            }
            return new Decoded.Sound<>(meaning.apply(node));
        } catch (CharacterCodingException binary) {
            return new Decoded.Malformed<>("the body is neither JSON nor text");
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        } catch (BadBody bad) {
            return new Decoded.Malformed<>(String.valueOf(bad.getMessage()));
        }
    }

    private static JsonNode jsonOrText(byte[] body) throws IOException {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException notJson) {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            boolean isObject = text.stripLeading().startsWith("{");
            if (isObject || text.length() > TEXT_MAX) {
                throw new BadBody("the body is not JSON: " + notJson.getOriginalMessage());
            }
            if (text.chars()
                    .anyMatch(it -> Character.isISOControl(it) && !Character.isWhitespace(it))) {
                throw new BadBody("the body is neither JSON nor text");
            }
            return MAPPER.getNodeFactory().textNode(text.strip());
        }
    }

    static byte[] encode(Fields fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    static String text(ObjectNode object, String key) {
        JsonNode node = object.path(key);
        if (!node.isTextual() || node.textValue().isBlank()) {
            throw new BadBody(key + " is missing or not a text");
        }
        return node.textValue();
    }

    static String textOr(ObjectNode object, String key, String otherwise) {
        JsonNode node = object.path(key);
        return node.isTextual() ? node.textValue() : otherwise;
    }

    static Instant time(ObjectNode object, String key) {
        return IsoTime.parse(text(object, key))
                .orElseThrow(
                        () -> new BadBody(key + " is not an ISO-8601 time with an offset or Z"));
    }

    /** A whole number of at least 1. */
    static long count(ObjectNode object, String key) {
        JsonNode node = object.path(key);
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < 1) {
            throw new BadBody(key + " is missing or not a whole number from 1");
        }
        return node.longValue();
    }

    /** Says which key of a body is wrong; never leaves this package. */
    static final class BadBody extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BadBody(String reason) {
            super(reason, null, false, false);
        }
    }
}
