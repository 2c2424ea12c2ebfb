package org.plantdeck.plcsim.runner;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import org.plantdeck.plcsim.runner.RestoringArchive.UnfitSnapshot;
import org.plantdeck.signal.IsoTime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * The whole state of a run, or of a PLC that runs alone, at one tick.
 *
 * @param run names the run
 * @param seed of the run's disturbances
 * @param start simulated time at which the run began
 * @param tick where it stands
 * @param state every state by its name: {@code Double}, {@code Long} or {@code String}
 */
record Snapshot(
        String run, long seed, Instant start, long tick, SequencedMap<String, Object> state) {

    /** Changes when what is saved changes its meaning. */
    private static final long FORMAT = 1;

    private static final JsonFactory JSON = new JsonFactory();

    byte[] encode() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(32_768);
        try (JsonGenerator json = JSON.createGenerator(bytes, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeNumberField("format", FORMAT);
            json.writeStringField("run", run);
            json.writeNumberField("seed", seed);
            json.writeStringField("start", IsoTime.format(start));
            json.writeNumberField("tick", tick);
            json.writeObjectFieldStart("state");
            for (Map.Entry<String, Object> one : state.entrySet()) {
                json.writeFieldName(one.getKey());
                write(json, one.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        switch (value) {
            case Long whole -> json.writeNumber(whole);
            case Double number when Double.isFinite(number) -> json.writeNumber(number);
            default -> json.writeString(value.toString());
        }
    }

    /** Reads a snapshot; throws {@link UnfitSnapshot} where it is none, or of another format. */
    static Snapshot decode(byte[] body) {
        SequencedMap<String, Object> head = new LinkedHashMap<>();
        SequencedMap<String, Object> state = new LinkedHashMap<>();
        try (JsonParser json = JSON.createParser(body)) {
            readObject(json, head, state);
        } catch (IOException e) {
            throw new UnfitSnapshot("it is not sound JSON");
        }
        if (!Long.valueOf(FORMAT).equals(head.get("format"))) {
            throw new UnfitSnapshot("it is of another version of PlantDeck");
        }
        return new Snapshot(
                text(head, "run"),
                whole(head, "seed"),
                IsoTime.parse(text(head, "start"))
                        .orElseThrow(() -> new UnfitSnapshot("its start is no time")),
                whole(head, "tick"),
                state);
    }

    private static void readObject(
            JsonParser json, SequencedMap<String, Object> head, SequencedMap<String, Object> state)
            throws IOException {
        SequencedMap<String, Object> into = head;
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new UnfitSnapshot("it is not a JSON object");
        }
        while (json.nextToken() != null) {
            switch (json.currentToken()) {
                case FIELD_NAME -> {}
                case START_OBJECT -> into = state;
                case END_OBJECT -> into = head;
                case VALUE_NUMBER_INT -> into.put(json.currentName(), json.getLongValue());
                case VALUE_NUMBER_FLOAT -> into.put(json.currentName(), json.getDoubleValue());
                case VALUE_STRING -> into.put(json.currentName(), json.getText());
                default -> throw new UnfitSnapshot("it holds a " + json.currentToken());
            }
        }
    }

    private static String text(Map<String, Object> head, String key) {
        if (head.get(key) instanceof String text) {
            return text;
        }
        throw new UnfitSnapshot("it lacks " + key);
    }

    private static long whole(Map<String, Object> head, String key) {
        if (head.get(key) instanceof Long number) {
            return number;
        }
        throw new UnfitSnapshot("it lacks " + key);
    }
}
