package org.plantdeck.mqttlink;

/**
 * What a link is doing.
 *
 * @param phase where it stands
 * @param reason why it is not up, for an operator; empty when it is up
 */
public record LinkState(Phase phase, String reason) {

    /** The phases of a link. */
    public enum Phase {
        /** Trying to connect, or waiting to try again. */
        DOWN,
        /** Connected, and every subscription granted. */
        UP,
        /** Ended for good because another client took its identity; it does not fight for it. */
        TAKEN_OVER,
        /** Closed by its part. */
        CLOSED
    }

    public boolean isUp() {
        return phase == Phase.UP;
    }
}
