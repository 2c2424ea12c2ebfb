package org.plantdeck.plcsim.runner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.plantdeck.plcsim.physics.Actuator;
import org.plantdeck.plcsim.physics.PlantTime;
import org.plantdeck.plcsim.physics.Sensor;
import org.plantdeck.signal.Decoded;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.IsoTime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The JSON bodies of the field topics; numbers come back exactly as they went. Threads: any. */
final class FieldCodec {

    private static final JsonMapper JSON = new JsonMapper();

    private FieldCodec() {}

    /**
     * What a PLC's inputs read at a tick.
     *
     * @param time the tick
     * @param usedSequence number of the last reading of this PLC that the plant knows of
     * @param sensors what they read
     */
    record Image(PlantTime time, long usedSequence, Map<Sensor, Double> sensors) {}

    /**
     * What a PLC's outputs are after it has scanned a tick.
     *
     * @param run the run it has scanned
     * @param tick the tick it has scanned
     * @param usedSequence number of its last reading
     * @param actuators its outputs
     */
    record Orders(String run, long tick, long usedSequence, Map<Actuator, Double> actuators) {}

    /** Where the plant publishes a PLC's inputs: {@code field/plc1/in}. */
    static String inTopic(FactorySource plc) {
        return "field/" + plc.plcId().toLowerCase(Locale.ROOT) + "/in";
    }

    /** Where a PLC publishes its outputs: {@code field/plc1/out}. */
    static String outTopic(FactorySource plc) {
        return "field/" + plc.plcId().toLowerCase(Locale.ROOT) + "/out";
    }

    /** The PLC whose outputs a topic carries. */
    static Optional<FactorySource> plcOfOutTopic(String topic) {
        for (FactorySource plc : FactorySource.values()) {
            if (outTopic(plc).equals(topic)) {
                return Optional.of(plc);
            }
        }
        return Optional.empty();
    }

    static byte[] encode(Image image) {
        ObjectNode json = JSON.createObjectNode();
        json.put("run", image.time().run());
        json.put("start", IsoTime.format(image.time().start()));
        json.put("tick", image.time().tick());
        json.put("timestamp", IsoTime.format(image.time().now()));
        json.put("sequence", image.usedSequence());
        ObjectNode sensors = json.putObject("sensors");
        image.sensors().forEach((sensor, value) -> sensors.put(sensor.name(), value));
        return bytes(json);
    }

    static byte[] encode(Orders orders) {
        ObjectNode json = JSON.createObjectNode();
        json.put("run", orders.run());
        json.put("tick", orders.tick());
        json.put("sequence", orders.usedSequence());
        ObjectNode actuators = json.putObject("actuators");
        orders.actuators().forEach((actuator, value) -> actuators.put(actuator.name(), value));
        return bytes(json);
    }

    private static byte[] bytes(ObjectNode json) {
        try {
            return JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
    }

    static Decoded<Image> decodeImage(byte[] body) {
        try {
            JsonNode json = JSON.readTree(body);
            Optional<Instant> start = IsoTime.parse(json.path("start").asText());
            if (start.isEmpty() || !hasHead(json)) {
                return new Decoded.Malformed<>("run, start or tick is missing");
            }
            Map<Sensor, Double> sensors = new EnumMap<>(Sensor.class);
            for (Map.Entry<String, JsonNode> one : json.path("sensors").properties()) {
                sensors.put(Sensor.valueOf(one.getKey()), number(one.getValue()));
            }
            return new Decoded.Sound<>(
                    new Image(
                            new PlantTime(
                                    json.get("run").asText(),
                                    start.get(),
                                    json.get("tick").asLong()),
                            json.path("sequence").asLong(),
                            sensors));
        } catch (IOException | IllegalArgumentException e) {
            return new Decoded.Malformed<>(String.valueOf(e.getMessage()));
        }
    }

    static Decoded<Orders> decodeOrders(byte[] body) {
        try {
            JsonNode json = JSON.readTree(body);
            if (!hasHead(json)) {
                return new Decoded.Malformed<>("run or tick is missing");
            }
            Map<Actuator, Double> actuators = new EnumMap<>(Actuator.class);
            for (Map.Entry<String, JsonNode> one : json.path("actuators").properties()) {
                actuators.put(Actuator.valueOf(one.getKey()), number(one.getValue()));
            }
            return new Decoded.Sound<>(
                    new Orders(
                            json.get("run").asText(),
                            json.get("tick").asLong(),
                            json.path("sequence").asLong(),
                            actuators));
        } catch (IOException | IllegalArgumentException e) {
            return new Decoded.Malformed<>(String.valueOf(e.getMessage()));
        }
    }

    private static boolean hasHead(JsonNode json) {
        return json.path("run").isTextual() && json.path("tick").isIntegralNumber();
    }

    private static double number(JsonNode node) {
        if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
            throw new IllegalArgumentException(node + " is not a number");
        }
        return node.doubleValue();
    }
}
