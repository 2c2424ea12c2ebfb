package org.plantdeck.bridge;

/** What the bridge counts, since its database was made. */
enum Count {
    /** Readings put into a window. */
    READINGS("readings"),
    /** Readings that came after their window had closed. */
    LATE("late"),
    /** Readings that had come before. */
    REPEATED("repeated"),
    /** Numbers passed over by the sources that have not come since. */
    MISSING("missing"),
    /** Messages that are none of the contract. */
    MALFORMED("malformed"),
    /** Windows closed. */
    WINDOWS("windows"),
    /** Windows the cloud broker has taken. */
    SENT("windows_sent"),
    /** Windows sent again to a consumer that asked. */
    RESENT("windows_resent"),
    /** Windows asked for that are not kept. */
    UNAVAILABLE("resend_unavailable"),
    /** Windows given up unsent because the outbox was full. */
    GIVEN_UP("given_up");

    private final String word;

    Count(String word) {
        this.word = word;
    }

    /** Its name in the status and in the database. */
    String word() {
        return word;
    }
}
