package org.plantdeck.signal.brokers;

import java.util.Arrays;
import java.util.Optional;

/**
 * What somebody wants of a broker; published on {@code broker/{component}/cmd}.
 *
 * @param requestId names the request; its answer carries it
 * @param command the {@linkplain Act#word() word} of what is wanted
 * @param value part of a name to search for, a topic filter, or a client identifier; empty is all
 * @param limit most rows of the answer, 1 to {@value #LIMIT_MAX}; 0 for {@value #LIMIT_USUAL}
 * @param issuedAt wall time in ISO-8601; what changes something is refused when older than 10 s
 * @param by who asks
 */
public record BrokerRequest(
        String requestId, String command, String value, int limit, String issuedAt, String by) {

    /** More rows than this are not sent in one answer. */
    public static final int LIMIT_MAX = 1_000;

    /** Rows where nothing is said of it. */
    public static final int LIMIT_USUAL = 200;

    /** What can be wanted. */
    public enum Act {
        /** The clients whose identifier, user or address has a text in it, the busiest first. */
        CLIENTS("clients"),
        /** The topics whose name has a text in it, the busiest first. */
        TOPICS("topics"),
        /** The retained messages that a topic filter matches, by name. */
        RETAINED("retained"),
        /** Ends a client's connection; its last will is published. */
        DISCONNECT("disconnect"),
        /** Ends the retained messages that a topic filter matches. */
        CLEAR_RETAINED("clear_retained"),
        /** Retains again what was cleared last. */
        RESTORE_RETAINED("restore_retained");

        private final String word;

        Act(String word) {
            this.word = word;
        }

        /** The word in the body. */
        public String word() {
            return word;
        }

        /** Whether anything is other than before when it is done. */
        public boolean changes() {
            return this == DISCONNECT || this == CLEAR_RETAINED || this == RESTORE_RETAINED;
        }

        /** The one with a word. */
        public static Optional<Act> of(String word) {
            return Arrays.stream(values()).filter(it -> it.word.equals(word)).findFirst();
        }
    }

    /**
     * Takes what is missing as empty.
     *
     * @throws IllegalArgumentException naming the key that is missing or out of range
     */
    @SuppressWarnings("NullAway") // a body may lack any key
    public BrokerRequest {
        if (requestId == null || requestId.isBlank()) {
            throw new IllegalArgumentException("request_id is missing or not a text");
        }
        if (command == null || command.isBlank()) {
            throw new IllegalArgumentException("command is missing or not a text");
        }
        if (limit < 0 || limit > LIMIT_MAX) {
            throw new IllegalArgumentException("limit is not a whole number from 0 to 1000");
        }
        limit = limit == 0 ? LIMIT_USUAL : limit;
        value = value == null ? "" : value;
        issuedAt = issuedAt == null ? "" : issuedAt;
        by = by == null ? "" : by;
    }

    /** The topic on which a broker is asked. */
    public static String topic(String component) {
        return "broker/" + component + "/cmd";
    }
}
