package org.plantdeck.plantruntime.parts;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The parts of the plant, in the order they start; they end in the opposite one. */
public enum PartName {
    LOCAL_BROKER("local-broker", "LocalBroker", Role.BROKER),
    CLOUD_BROKER("cloud-broker", "CloudBroker", Role.BROKER),
    CLOUD_ANALYTICS("cloud-analytics", "Analytics", Role.CONSUMER),
    HISTORIAN("historian", "Historian", Role.CONSUMER),
    BRIDGE("bridge", "Bridge", Role.CONSUMER),
    PLC1("plc1", "PLC1", Role.PRODUCER),
    PLC2("plc2", "PLC2", Role.PRODUCER),
    PLC3("plc3", "PLC3", Role.PRODUCER),
    PLANT("plant", "Plant", Role.PRODUCER);

    /** What a part does for the others; consumers are subscribed before producers publish. */
    enum Role {
        BROKER,
        CONSUMER,
        PRODUCER
    }

    private final String word;
    private final String component;
    private final Role role;

    PartName(String word, String component, Role role) {
        this.word = word;
        this.component = component;
        this.role = role;
    }

    /** The name on the command line, in locks and in the keys of settings: {@code plc1}. */
    public String word() {
        return word;
    }

    /** The name in the status topic: {@code PLC1}. */
    public String component() {
        return component;
    }

    Role role() {
        return role;
    }

    /** The part of a word; empty where there is none. */
    public static Optional<PartName> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word.equals(word)).findFirst();
    }

    /** Every word, in order. */
    public static List<String> words() {
        return Arrays.stream(values()).map(PartName::word).toList();
    }
}
