package org.plantdeck.plcsim.physics;

/** What the calendar plans for the line at a moment. */
public enum ShiftPhase {
    /** Bottles are planned. */
    PRODUCTION("production"),
    /** People rest and the line stands; not part of the planned busy time. */
    BREAK("break"),
    /** The line is refitted for another product; part of the planned busy time. */
    CHANGEOVER("changeover"),
    /** The line is cleaned. */
    CLEANING("cleaning"),
    /** Nothing is planned. */
    IDLE("idle");

    private final String word;

    ShiftPhase(String word) {
        this.word = word;
    }

    /** The word that is published for it. */
    public String word() {
        return word;
    }

    /** Whether its time counts as planned busy time of the line. */
    public boolean busy() {
        return this == PRODUCTION || this == CHANGEOVER;
    }
}
