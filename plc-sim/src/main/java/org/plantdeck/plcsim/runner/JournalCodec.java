package org.plantdeck.plcsim.runner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.plantdeck.plcsim.physics.Fault;
import org.plantdeck.plcsim.physics.FaultKind;
import org.plantdeck.signal.Command;
import org.plantdeck.signal.CommandCodec;
import org.plantdeck.signal.Decoded;
import org.plantdeck.signal.FactorySource;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** The lines of the input journal, one JSON object each. Threads: any. */
final class JournalCodec {

    private static final JsonMapper JSON = new JsonMapper();

    private JournalCodec() {}

    /** One line of the journal. */
    sealed interface Line {

        /** Which run the lines that follow belong to. */
        record Run(String run) implements Line {}

        /** Ticks up to this one may have been run, and their readings published. */
        record Horizon(long tick) implements Line {}

        /** Something that reached the run from outside. */
        record Entry(Input input) implements Line {}
    }

    static String encode(Line line) {
        ObjectNode json = JSON.createObjectNode();
        switch (line) {
            case Line.Run(String run) -> json.put("run", run);
            case Line.Horizon(long tick) -> json.put("horizon", tick);
            case Line.Entry(Input input) -> encode(json, input);
        }
        return json + "\n";
    }

    private static void encode(ObjectNode json, Input input) {
        json.put("tick", input.tick());
        switch (input) {
            case Input.Commanded(long _, FactorySource plc, Command command) ->
                    json.put("command", plc.name())
                            .put(
                                    "body",
                                    new String(
                                            CommandCodec.encode(command), StandardCharsets.UTF_8));
            case Input.FaultInjected(long _, Fault fault) -> json.put("inject", fault.text());
            case Input.FaultEnded(long _, FaultKind kind) -> json.put("end", kind.word());
            case Input.IntervalSet(long _, FactorySource plc, Duration interval) ->
                    json.put("interval", plc.name()).put("millis", interval.toMillis());
            case Input.PlcStopped(long _, FactorySource plc) -> json.put("stopped", plc.name());
            case Input.PlcStarted(long _, FactorySource plc, long usedSequence) ->
                    json.put("started", plc.name()).put("sequence", usedSequence);
            case Input.Jumped(long _, long toTick) -> json.put("jump", toTick);
        }
    }

    /** Reads a line; empty where it is none. */
    static Optional<Line> decode(String text) {
        try {
            return decode(JSON.readTree(text));
        } catch (JsonProcessingException | IllegalArgumentException notALine) {
            return Optional.empty();
        }
    }

    private static Optional<Line> decode(JsonNode json) {
        if (json.has("run")) {
            return Optional.of(new Line.Run(json.get("run").asText()));
        }
        if (json.has("horizon")) {
            return Optional.of(new Line.Horizon(json.get("horizon").asLong()));
        }
        return json.has("tick")
                ? input(json.get("tick").asLong(), json).map(Line.Entry::new)
                : Optional.empty();
    }

    private static Optional<Input> input(long tick, JsonNode json) {
        if (json.has("command")) {
            FactorySource plc = FactorySource.valueOf(json.get("command").asText());
            byte[] body = json.path("body").asText().getBytes(StandardCharsets.UTF_8);
            return CommandCodec.decode(body) instanceof Decoded.Sound<Command>(Command command)
                    ? Optional.of(new Input.Commanded(tick, plc, command))
                    : Optional.empty();
        }
        if (json.has("inject")) {
            return Optional.of(
                    new Input.FaultInjected(tick, Fault.parse(json.get("inject").asText())));
        }
        if (json.has("end")) {
            return FaultKind.named(json.get("end").asText())
                    .map(kind -> new Input.FaultEnded(tick, kind));
        }
        if (json.has("interval")) {
            return Optional.of(
                    new Input.IntervalSet(
                            tick,
                            FactorySource.valueOf(json.get("interval").asText()),
                            Duration.ofMillis(json.path("millis").asLong())));
        }
        if (json.has("stopped")) {
            return Optional.of(
                    new Input.PlcStopped(
                            tick, FactorySource.valueOf(json.get("stopped").asText())));
        }
        if (json.has("started")) {
            return Optional.of(
                    new Input.PlcStarted(
                            tick,
                            FactorySource.valueOf(json.get("started").asText()),
                            json.path("sequence").asLong()));
        }
        return json.has("jump")
                ? Optional.of(new Input.Jumped(tick, json.get("jump").asLong()))
                : Optional.empty();
    }
}
