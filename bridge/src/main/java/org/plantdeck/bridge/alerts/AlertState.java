package org.plantdeck.bridge.alerts;

/**
 * Where one watched value stands, as it is kept; a value that stands normal is not.
 *
 * @param rule key of the rule
 * @param measure name of the measure
 * @param phase how far it has come
 * @param sinceMillis event time of the first wrong value
 * @param edgeMillis event time of the first value of a clearing; otherwise as since
 * @param count values that count towards the next phase
 * @param value newest value
 */
public record AlertState(
        String rule,
        String measure,
        Phase phase,
        long sinceMillis,
        long edgeMillis,
        int count,
        double value) {

    /** The phases of an alert. */
    public enum Phase {
        /** Wrong, not for long enough yet. */
        PENDING,
        /** Raised. */
        ACTIVE,
        /** Raised, and right again for not long enough yet. */
        CLEARING
    }

    /** Whether the alert is told. */
    boolean isActive() {
        return phase != Phase.PENDING;
    }
}
