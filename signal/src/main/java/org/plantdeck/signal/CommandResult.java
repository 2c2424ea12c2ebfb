package org.plantdeck.signal;

import java.time.Instant;

/**
 * How far a command has come.
 *
 * @param requestId the request this answers
 * @param phase accepted or refused first; after accepted, done or failed
 * @param reason why, for an operator to read; empty where nothing needs saying
 * @param timestamp simulated time of the PLC
 */
public record CommandResult(String requestId, Phase phase, String reason, Instant timestamp) {

    /** The phases of a command. */
    public enum Phase {
        ACCEPTED("accepted"),
        REFUSED("refused"),
        DONE("done"),
        FAILED("failed");

        private final String word;

        Phase(String word) {
            this.word = word;
        }

        /** The word in the body. */
        public String word() {
            return word;
        }
    }
}
