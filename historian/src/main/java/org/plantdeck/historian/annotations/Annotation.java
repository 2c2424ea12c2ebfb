package org.plantdeck.historian.annotations;

import java.time.Instant;

/**
 * What somebody noted about a time of the plant.
 *
 * @param id tells it from the others
 * @param from the first instant it is about, to the millisecond
 * @param to the last one; the same for a moment
 * @param text 1 to {@link #TEXT_MAX} characters, without blanks around it
 * @param author who wrote it
 * @param writtenAt when it was written or changed last, by the wall clock
 */
public record Annotation(
        long id, Instant from, Instant to, String text, String author, Instant writtenAt) {

    /** Characters of a text at most. */
    public static final int TEXT_MAX = 500;

    public Annotation {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("it ends at " + to + ", before " + from);
        }
        if (text.isBlank() || text.length() > TEXT_MAX || !text.equals(text.strip())) {
            throw new IllegalArgumentException(
                    "its text has "
                            + text.length()
                            + " characters, must be 1 to "
                            + TEXT_MAX
                            + " without blanks around");
        }
    }

    /** Whether it is about a moment and not about a stretch. */
    public boolean isMoment() {
        return from.equals(to);
    }

    /** The same with another text. */
    public Annotation saying(String words, String by, Instant at) {
        return new Annotation(id, from, to, words, by, at);
    }
}
