package org.plantdeck.signal;

import java.util.Optional;

/** The three sources of readings of the factory: each one PLC and the topic it publishes to. */
public enum FactorySource {
    /** The manufacturing line, from PLC1. */
    LINE("line1", "PLC1"),
    /** The energy system, from PLC2. */
    ENERGY("energy", "PLC2"),
    /** The hall, from PLC3. */
    ENVIRONMENT("environment", "PLC3");

    private final String area;
    private final String plcId;

    FactorySource(String area, String plcId) {
        this.area = area;
        this.plcId = plcId;
    }

    /** The last level of the topic: line1, energy, environment. */
    public String area() {
        return area;
    }

    /** The PLC's name, as in the body's {@code plc_id} and in {@code status/{component}}. */
    public String plcId() {
        return plcId;
    }

    /** Where the readings go: {@code factory/line1}. */
    public String topic() {
        return "factory/" + area;
    }

    /** Where operators send commands, never retained: {@code factory/line1/cmd}. */
    public String commandTopic() {
        return topic() + "/cmd";
    }

    /** Where the PLC answers commands: {@code factory/line1/cmd/result}. */
    public String resultTopic() {
        return topic() + "/cmd/result";
    }

    /** The source that publishes to a topic, if one does. */
    public static Optional<FactorySource> ofTopic(String topic) {
        for (FactorySource source : values()) {
            if (source.topic().equals(topic)) {
                return Optional.of(source);
            }
        }
        return Optional.empty();
    }
}
