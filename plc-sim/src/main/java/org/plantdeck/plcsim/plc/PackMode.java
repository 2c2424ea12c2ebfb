package org.plantdeck.plcsim.plc;

import java.util.Optional;

/** The modes of the line. */
public enum PackMode {
    /** Makes bottles by the shift plan; pauses and resumes by itself. */
    PRODUCTION("Production", 120),
    /** Runs for those who work on it, at reduced speed; the plan does not move it. */
    MAINTENANCE("Maintenance", 60),
    /** Creeps under the hand of somebody beside it. */
    MANUAL("Manual", 30);

    private final String word;
    private final double topSpeed;

    PackMode(String word, double topSpeed) {
        this.word = word;
        this.topSpeed = topSpeed;
    }

    /** The word as published and as commanded. */
    public String word() {
        return word;
    }

    /** The highest speed of the line in this mode, bottles a minute. */
    public double topSpeed() {
        return topSpeed;
    }

    /** The mode a word stands for, in any case, if it does. */
    public static Optional<PackMode> ofWord(String word) {
        for (PackMode mode : values()) {
            if (mode.word.equalsIgnoreCase(word)) {
                return Optional.of(mode);
            }
        }
        return Optional.empty();
    }
}
